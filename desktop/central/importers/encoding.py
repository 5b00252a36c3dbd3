"""Finds out how a file was written, before a single line of it is believed."""

import codecs
import errno
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop.disk import open_plain

_BLOCK: Final = 1 << 20
_LINE: Final = 1 << 16

_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_ASCII = bytes(range(0x80))
_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_ODD_SIGNS = b"\x82\x83\x84\x86\x87\x88\x89\x8b\x95\x98\x99\x9b"
_ODD_SIGN = re.compile(rb"[A-Za-z][" + _ODD_SIGNS + rb"]")
_LETTERS = bytes(range(0xC0, 0x100))


class FileRefused(Exception):
    """A file cannot be read at all; nothing of it is imported."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


_NO_FILE = {errno.EINVAL, errno.EISDIR, errno.ELOOP, errno.ENXIO}
"""What the system answers for a pipe, a device, a folder, a link to itself, a socket."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a first walk through a file tells. `skip` is the length in bytes of its byte order mark."""

    encoding: str
    skip: int
    size: int
    sha256: str


def survey(path: Path) -> Survey:
    """Reads `path` once and says how to decode it: UTF-8 if all of it is, otherwise cp1252.

    Raises FileRefused: file_missing, file_unreadable, file_empty, encoding_utf16, encoding_mixed,
    encoding_unknown.
    """
    try:
        return _survey(path)
    except FileNotFoundError:
        raise FileRefused("file_missing") from None
    except OSError as error:
        if error.errno in _NO_FILE:
            raise FileRefused("file_not_plain") from error
        raise FileRefused("file_unreadable", detail=error.strerror or "") from error


def _survey(path: Path) -> Survey:
    digest, size, decoder = hashlib.sha256(), 0, codecs.getincrementaldecoder("utf-8")()
    marked, utf8 = False, True
    for block in _blocks(path):
        if size == 0:
            _refuse_wide(block)
            marked = block.startswith(codecs.BOM_UTF8)
        digest.update(block)
        size += len(block)
        utf8 = utf8 and _decodes(decoder, block)
    if size == 0:
        raise FileRefused("file_empty")
    if not utf8 or not _decodes(decoder, b"", final=True):
        if marked:
            raise FileRefused("encoding_mixed")
        _judge_eight_bit(path)
        return Survey("cp1252", 0, size, digest.hexdigest())
    return Survey("utf-8", len(codecs.BOM_UTF8) if marked else 0, size, digest.hexdigest())


def _blocks(path: Path) -> Iterator[bytes]:
    """The file in pieces that end where a line ends, so that no character is cut in two."""
    with open_plain(path) as file:
        while block := file.read(_BLOCK) + file.readline(_LINE):
            yield block


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
    return True


def _refuse_wide(block: bytes) -> None:
    start = block[:4096]
    if start.startswith(_WIDE_MARKS) or start.count(0) * 5 > len(start):
        raise FileRefused("encoding_utf16")


def _judge_eight_bit(path: Path) -> None:
    """Refuses what is not UTF-8 and makes no sense as cp1252 either.

    Bytes without a meaning are no cp1252; more whole UTF-8 letters than other high bytes is damaged UTF-8;
    more words with one of the rare signs of 0x82-0x9B than accented letters is the alphabet of DOS.
    """
    line = whole = stray = odd = letters = 0
    for block in _blocks(path):
        high = block.translate(None, _ASCII)
        if _UNDEFINED.search(high) and (found := _UNDEFINED.search(block)):
            raise FileRefused("encoding_unknown", line=line + block.count(b"\n", 0, found.start()) + 1)
        line += block.count(b"\n")
        sound = block.decode("utf-8", "ignore")
        ascii_length = len(block) - len(high)
        whole += len(sound) - ascii_length
        stray += len(block) - len(sound.encode())
        odd += len(_ODD_SIGN.findall(block)) if len(high.translate(None, _ODD_SIGNS)) < len(high) else 0
        letters += len(high) - len(high.translate(None, _LETTERS))
    if whole > stray:
        raise FileRefused("encoding_mixed")
    if odd > letters:
        raise FileRefused("encoding_unknown")
