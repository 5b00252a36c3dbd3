"""Breaks a text into lines that fit a width, keeping bold passages and unbreakable spaces."""

from collections.abc import Sequence
from functools import lru_cache

from desktop.documents.drawing import faces
from desktop.documents.drawing.faces import Face
from desktop.documents.drawing.ink import Style
from desktop.documents.drawing.pen import Pen
from desktop.documents.language.typography import BOLD

Line = tuple[tuple[str, bool], ...]
"""Pieces of one line from left to right, each with whether it is bold."""


@lru_cache(maxsize=2048)
def wrap(text: str, style: Style, width: float) -> tuple[Line, ...]:
    """Break at plain spaces and line ends; a word wider than the line is broken inside rather than cut."""
    lines: list[list[tuple[str, bool]]] = []
    bold = False
    for paragraph in text.split("\n"):
        lines.append([])
        room = width
        for word in paragraph.split(" "):
            pieces, bold = _pieces(word, bold)
            for part in _fitting(pieces, style, width):
                needed = measure(part, style)
                space = faces.width(" ", style.face, style.size) if lines[-1] else 0.0
                if lines[-1] and space + needed > room + 0.01:
                    lines.append([])
                    room, space = width, 0.0
                if lines[-1]:
                    lines[-1].append((" ", part[0][1] and lines[-1][-1][1]))
                lines[-1].extend(part)
                room -= space + needed
    return tuple(_merged(line) for line in lines)


def write(pen: Pen, x: float, baseline: float, line: Line, style: Style) -> None:
    """Write one wrapped line."""
    for text, bold in line:
        face = Face.BOLD if bold else style.face
        pen.text(x, baseline, text, style, face)
        x += faces.width(text, face, style.size)


def plain(line: Line) -> str:
    """The words of a wrapped line."""
    return "".join(text for text, _ in line)


def measure(pieces: Sequence[tuple[str, bool]], style: Style) -> float:
    """The width of pieces side by side, in points."""
    return sum(faces.width(text, Face.BOLD if bold else style.face, style.size) for text, bold in pieces)


def _pieces(word: str, bold: bool) -> tuple[list[tuple[str, bool]], bool]:
    parts = word.split(BOLD)
    pieces = [(part, bold != bool(index % 2)) for index, part in enumerate(parts) if part]
    return pieces, bold != (len(parts) % 2 == 0)


def _fitting(pieces: list[tuple[str, bool]], style: Style, width: float) -> list[list[tuple[str, bool]]]:
    """The word as it is if it fits a line, else cut into parts that do, after a hyphen where there is one."""
    if not pieces or measure(pieces, style) <= width:
        return [pieces] if pieces else []
    parts: list[list[tuple[str, bool]]] = [[]]
    for text, bold in pieces:
        for letter in text:
            if measure([*parts[-1], (letter, bold)], style) > width and parts[-1]:
                head, tail = _after_hyphen(parts[-1])
                parts[-1:] = [head, tail]
            parts[-1].append((letter, bold))
    return [list(_merged(part)) for part in parts]


def _after_hyphen(letters: list[tuple[str, bool]]) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """What stays on the line and what goes on to the next."""
    hyphens = [place for place, (letter, _) in enumerate(letters) if letter == "-"]
    cut = hyphens[-1] + 1 if hyphens else len(letters)
    return letters[:cut], letters[cut:]


def _merged(pieces: list[tuple[str, bool]]) -> Line:
    merged: list[tuple[str, bool]] = []
    for text, bold in pieces:
        if merged and merged[-1][1] == bold:
            merged[-1] = (merged[-1][0] + text, bold)
        else:
            merged.append((text, bold))
    return tuple(merged)
