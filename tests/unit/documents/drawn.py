"""The drawing operators of a paper."""

from io import BytesIO

from pypdf import PdfReader


def content(pdf: bytes) -> str:
    """The operators of all pages."""
    streams = (page.get_contents() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(stream.get_data().decode("latin-1") for stream in streams if stream is not None)
