"""Reads a paper back from its file, as a person or a program that got it would."""

import re
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from desktop.documents.drawing import faces
from desktop.documents.drawing.ink import Style
from desktop.documents.drawing.pen import Pen

Written = tuple[Pen, str, tuple[float, float, float, float]]
AMOUNT = re.compile(r"(−?)(\d{1,3}(?: \d{3})*),(\d\d) €")


def pages(pdf: bytes) -> list[str]:
    """The text of each page, with every kind of space as a plain one."""
    return [re.sub(r"[\u00a0\u202f ]+", " ", page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def text(pdf: bytes) -> str:
    """The text of all pages on one line, so that where lines break does not matter."""
    return re.sub(r"\s+", " ", " ".join(pages(pdf)))


def amounts(line: str) -> list[int]:
    """The French amounts of a line, in cents."""
    return [
        (-1 if minus else 1) * (int(euros.replace(" ", "")) * 100 + int(cents))
        for minus, euros, cents in AMOUNT.findall(line)
    ]


def root(pdf: bytes) -> Any:
    """The catalogue of the file."""
    return PdfReader(BytesIO(pdf)).trailer["/Root"]


def fonts(pdf: bytes) -> dict[str, bool]:
    """The fonts of the file by name, and whether each carries its program."""
    resources: Any = PdfReader(BytesIO(pdf)).pages[0]["/Resources"]
    used = [font.get_object() for font in resources["/Font"].values()]
    return {font["/BaseFont"]: "/FontFile2" in font["/FontDescriptor"] for font in used}


def written_texts(
    monkeypatch: pytest.MonkeyPatch,
) -> list[Written]:
    """Record every line that is written from now on, with its box (left, top, right, bottom)."""
    written: list[Written] = []
    write = Pen.text

    def record(
        pen: Pen, x: float, baseline: float, line: str, style: Style, face: faces.Face | None = None
    ) -> None:
        width = faces.width(line, face or style.face, style.size)
        box = (x, baseline - 0.66 * style.size, x + width, baseline + 0.16 * style.size)
        written.append((pen, line, box))
        write(pen, x, baseline, line, style, face)

    monkeypatch.setattr(Pen, "text", record)
    return written
