"""A photo as somebody took it, made fit to keep: checked, upright, small, and without its metadata."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO

import msgspec
from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile

from desktop.errors import Refused
from desktop.services.bounds import Name, Size

JPEG = "image/jpeg"
MAX_BYTES = 25 * 1024 * 1024
MAX_SIDE = 2048
LONGEST_SIDE = 20_000
"""Of a picture that is still opened: the panoramas of telephones have up to 16,000 pixels."""

MAX_PIXELS = {"JPEG": 120_000_000, "PNG": 24_000_000, "WEBP": 16_000_000}
"""What is still opened, by format: a JPEG is read at reduced size, the others need four bytes a pixel."""

MAX_PROGRESSIVE_PIXELS = 24_000_000
"""Of a JPEG that comes in ever finer passes: it is held whole, at up to six bytes a pixel."""

_UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    MemoryError,
    struct.error,
)
"""All that decoders of others' bytes are known to raise."""

_BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_START, _BASELINE, _SCAN, _END = b"\xff\xd8", 0xC0, 0xDA, b"\xff\xd9"
_OF_A_KEPT_PHOTO = {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}
"""The parts that `check_photo` writes: what JFIF is, tables, size, pixels. No notes, no thumbnail."""


class Photo(msgspec.Struct, frozen=True, kw_only=True):
    """A checked photo, addressed by the SHA-256 (hex) of its bytes; `size` in bytes."""

    sha256: Name
    size: Size
    media_type: Name


def check_photo(content: bytes) -> tuple[bytes, Photo]:
    """A JPEG of at most 2048 px a side made from `content` (JPEG, MPO, PNG or WebP, at most 25 MiB).

    Raises Refused("photo_too_big") or Refused("photo_not_image").
    """
    if len(content) > MAX_BYTES:
        raise Refused("photo_too_big", limit=MAX_BYTES)
    with _refusing():
        kept = _encoded(_upright(_opened(content)))
    return kept, Photo(sha256=sha256(kept).hexdigest(), size=len(kept), media_type=JPEG)


def require_kept_photo(content: bytes) -> None:
    """That these bytes are a photo as `check_photo` makes them, to the last: no notes, nothing appended.

    Raises Refused("photo_too_big") or Refused("photo_not_image").
    """
    with _refusing():
        _require_parts(content)
        JpegImageFile(BytesIO(content)).load()


def looks_kept(content: bytes) -> bool:
    """As `require_kept_photo`, by its parts alone: nothing is decoded, so that nobody waits for it."""
    try:
        with _refusing():
            _require_parts(content)
    except Refused:
        return False
    return True


def _require_parts(content: bytes) -> None:
    parts = dict(_parts(content))
    if not content.endswith(_END) or not {*parts} <= _OF_A_KEPT_PHOTO or _BASELINE not in parts:
        raise Refused("photo_not_image")
    height, width = struct.unpack_from(">HH", parts[_BASELINE], 1)
    if max(width, height) > MAX_SIDE:
        raise Refused("photo_too_big", width=width, height=height)


def _parts(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The parts of a JPEG up to its pixels, by their marks."""
    if not content.startswith(_START):
        raise Refused("photo_not_image")
    at, mark = len(_START), 0
    while mark != _SCAN:
        sign, mark, length = struct.unpack_from(">BBH", content, at)
        if sign != 0xFF or length < 2:
            raise Refused("photo_not_image")
        yield mark, content[at + 4 : at + 2 + length]
        at += 2 + length


def _opened(content: bytes) -> Image.Image:
    """The picture, decoded whole: a truncated file fails here. Its size is judged before any pixel is."""
    image = Image.open(BytesIO(content), formats=tuple(MAX_PIXELS))
    if image.format == "MPO":
        # Several pictures in one, as some telephones take them: the first is what was seen.
        image = JpegImageFile(BytesIO(content))
    longest, most = max(image.size), MAX_PIXELS[image.format or ""]
    if image.info.get("progressive"):
        most = MAX_PROGRESSIVE_PIXELS
    if longest > LONGEST_SIDE or image.width * image.height > most:
        raise Refused("photo_too_big", width=image.width, height=image.height)
    fewer = max(1, longest // MAX_SIDE)
    image.draft("RGB", (max(1, image.width // fewer), max(1, image.height // fewer)))
    image.load()
    return image


def _upright(image: Image.Image) -> Image.Image:
    """Small, and turned as the camera was held; without a readable note of that, as it is."""
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    try:
        return ImageOps.exif_transpose(image)
    except _UNREADABLE:
        return image


def _encoded(image: Image.Image) -> bytes:
    """As JPEG on a fresh white ground, to which nothing but the pixels goes: no place, no time."""
    ground = Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        ground.paste(seen, mask=seen.getchannel("A"))
    else:
        ground.paste(image.convert("RGB"))
    out = BytesIO()
    ground.save(out, "JPEG", quality=85)
    return out.getvalue()


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except _BOMB as error:
        raise Refused("photo_too_big") from error
    except _UNREADABLE as error:
        raise Refused("photo_not_image") from error
