"""A file as blocks of numbered physical lines, and a line as cells."""

import codecs
import csv
import hashlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from desktop.central.importers.encoding import FileRefused, Survey
from desktop.central.importers.values import BadValue
from desktop.disk import open_plain

BLOCK_BYTES: Final = 400_000
"""About 5,000 ledger lines: one look-up and one write to the database for each block."""

LONGEST_LINE: Final = 1 << 16

UNREADABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffd]")
"""Control characters, and the sign that stands for what could not be decoded."""

INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Signs that nobody sees, and that make text read otherwise than it is stored: they are taken away."""


@dataclass(frozen=True, slots=True)
class LineBlock:
    """Some physical lines without their ends. `first` is the number of the first, the header being 1."""

    first: int
    lines: list[str]
    clean: bool
    ended: bool
    bytes_read: int


def blocks(path: Path, surveyed: Survey) -> Iterator[LineBlock]:
    """Reads a surveyed file again, block by block.

    Raises FileRefused("file_changed") at the end if it is no longer the file that was surveyed.
    """
    digest, done, number = hashlib.sha256(), 0, 1
    wide = surveyed.encoding.startswith("utf-16")
    encoding = "utf-8" if wide else surveyed.encoding
    with _opened(path, surveyed, digest) as file:
        while raw := file.read(BLOCK_BYTES) + file.readline(LONGEST_LINE):
            done += len(raw)
            skipped, ended = _skip_to_end_of_line(file, raw)
            done += skipped
            text = _decoded(raw[surveyed.skip :] if number == 1 and not wide else raw, encoding)
            lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
            if skipped:
                lines[-1] = lines[-1].ljust(LONGEST_LINE + 1)
            yield LineBlock(number, lines, _is_clean("".join(lines)), ended, done)
            number += len(lines)
    if digest.hexdigest() != surveyed.sha256:
        raise FileRefused("file_changed")


def _is_clean(text: str) -> bool:
    return text.isprintable() or (UNREADABLE.search(text) is None and INVISIBLE.search(text) is None)


class _Hashed:
    """A file that notes what passes."""

    def __init__(self, file: BinaryIO, digest: "hashlib._Hash") -> None:
        self._file = file
        self._digest = digest

    def read(self, size: int) -> bytes:
        found = self._file.read(size)
        self._digest.update(found)
        return found

    def readline(self, size: int) -> bytes:
        found = self._file.readline(size)
        self._digest.update(found)
        return found


@contextmanager
def _opened(path: Path, surveyed: Survey, digest: "hashlib._Hash") -> Iterator["_Hashed | BinaryIO"]:
    """The file's bytes; of UTF-16, whose lines do not end in one byte, the same text as UTF-8, aside."""
    with open_plain(path) as file:
        hashed = _Hashed(file, digest)
        if not surveyed.encoding.startswith("utf-16"):
            yield hashed
            return
        with tempfile.TemporaryFile() as aside:
            decoder = codecs.getincrementaldecoder(surveyed.encoding)("replace")
            hashed.read(surveyed.skip)
            while raw := hashed.read(BLOCK_BYTES):
                aside.write(decoder.decode(raw).encode("utf-8", "replace"))
            aside.write(decoder.decode(b"", True).encode())
            aside.seek(0)
            yield aside


def _skip_to_end_of_line(file: "_Hashed | BinaryIO", read: bytes) -> tuple[int, bool]:
    """Passes over the rest of a line too long to be kept: how many bytes, and whether the line ever ends."""
    skipped, last = 0, read
    while not last.endswith(b"\n") and (more := file.readline(LONGEST_LINE)):
        skipped, last = skipped + len(more), more
    return skipped, last.endswith(b"\n")


def _decoded(raw: bytes, encoding: str) -> str:
    """Decodes what the survey found decodable; only the cut of an over-long line can break a character."""
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return raw.decode(encoding, "replace")


def cells_of(line: str) -> list[str]:
    """The cells of one line, quotes taken away.

    Raises BadValue: line_too_long, quote_misplaced.
    """
    if len(line) > LONGEST_LINE:
        raise BadValue("line_too_long", value=line[:200], longest=LONGEST_LINE)
    if '"' not in line:
        return line.split(";")
    try:
        return next(csv.reader([line], delimiter=";", strict=True))
    except csv.Error:
        raise BadValue("quote_misplaced", value=line) from None
