"""Finds out how a file was written, before a single line of it is believed."""

import codecs
import errno
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop.disk import open_plain

_BLOCK: Final = 1 << 20
_LINE: Final = 1 << 16

_WIDE: Final = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_UTF32: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_ASCII = bytes(range(0x80))
_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")

EIGHT_BIT: Final = ("cp1252", "iso8859-15", "mac_roman", "cp850")
"""One byte a sign, the likeliest first. The last, of DOS, is known only to be refused."""

NAMES: Final = {
    "cp1252": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-15": "iso8859-15",
    "macroman": "mac_roman",
    "utf-8": "utf-8",
    "utf-16": "utf-16-le",
}
"""What `--encoding` may say."""


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


def survey(path: Path, encoding: str = "") -> Survey:
    """Reads `path` once and says how to decode it: as is said, or by its marks, or by what French is like.

    Raises FileRefused: file_missing, file_unreadable, file_empty, encoding_utf32, encoding_mixed,
    encoding_unknown.
    """
    try:
        return _survey(path, encoding)
    except FileNotFoundError:
        raise FileRefused("file_missing") from None
    except OSError as error:
        if error.errno in _NO_FILE:
            raise FileRefused("file_not_plain") from error
        raise FileRefused("file_unreadable", detail=error.strerror or "") from error


def _survey(path: Path, said: str) -> Survey:
    digest, size, decoder = hashlib.sha256(), 0, codecs.getincrementaldecoder("utf-8")()
    start, utf8 = b"", True
    for block in _blocks(path):
        start = start or block[:4096]
        digest.update(block)
        size += len(block)
        utf8 = utf8 and _decodes(decoder, block)
    if size == 0:
        raise FileRefused("file_empty")
    utf8 = utf8 and _decodes(decoder, b"", final=True)
    encoding = said or _wide(start) or ("utf-8" if utf8 else "")
    marked = start.startswith(codecs.BOM_UTF8)
    if (marked and not utf8) or (encoding == "utf-8" and not utf8):
        raise FileRefused("encoding_mixed")
    encoding = encoding or _judge_eight_bit(path)
    marks = (codecs.BOM_UTF8,) if encoding == "utf-8" else tuple(_WIDE) if encoding in _WIDE.values() else ()
    skip = next((len(mark) for mark in marks if start.startswith(mark)), 0)
    return Survey(encoding, skip, size, digest.hexdigest())


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


def _wide(start: bytes) -> str:
    """UTF-16 by its mark, or because every other byte is zero; empty for anything else."""
    if start.startswith(_UTF32):
        raise FileRefused("encoding_utf32")
    marked = next((name for mark, name in _WIDE.items() if start.startswith(mark)), "")
    if marked or start.count(0) * 5 <= len(start):
        return marked
    even, odd = start[::2].count(0), start[1::2].count(0)
    if min(even, odd) * 10 > max(even, odd):
        raise FileRefused("encoding_utf32")
    return "utf-16-le" if odd > even else "utf-16-be"


_WEIGHTS: Final = {
    **dict.fromkeys("àâçèêëîïôùûÀÂÇÈÊËÎÏÔÙÛœŒæÆäöüÄÖÜÿŸ€°«»’–…½¼¾²", 1),
    **dict.fromkeys("èàçêÉ", 3),
    "é": 10,
    "\u00a0": 0,
}
"""How much a sign speaks for a reading in which it appears; any other one speaks against it."""

_STRANGE: Final = -3
_SENSELESS: Final = -5
_IN_WORDS = re.compile(rb"[A-Za-z][\xbc\xbd\xbe]|[\xbc\xbd\xbe][A-Za-z]")
"""Where cp1252 has a quarter or a half, and ISO-8859-15 a letter that stands among letters."""


_E_ACUTE: Final = {"mac_roman": 0x8E, "cp850": 0x82}
"""Without this letter, the most frequent of French, nothing speaks for what hardly anybody writes."""

_FEW: Final = 3
"""So few different signs may all be foreign ones."""


def _judge_eight_bit(path: Path) -> str:
    """The reading in which most of the file looks like French.

    Refuses whole UTF-8 letters beside other high bytes, which is damaged UTF-8, and what looks like nothing.
    """
    line = whole = stray = in_words = 0
    seen = Counter[int]()
    senseless = 0
    for block in _blocks(path):
        high = block.translate(None, _ASCII)
        if not senseless and _UNDEFINED.search(high) and (found := _UNDEFINED.search(block)):
            senseless = line + block.count(b"\n", 0, found.start()) + 1
        line += block.count(b"\n")
        sound = block.decode("utf-8", "ignore")
        whole += len(sound) - (len(block) - len(high))
        stray += len(block) - len(sound.encode())
        seen.update(high)
        in_words += len(_IN_WORDS.findall(block)) if seen.keys() & {0xBC, 0xBD, 0xBE} else 0
    if whole > stray:
        raise FileRefused("encoding_mixed")
    scores = {name: _score(seen, name) for name in EIGHT_BIT}
    fractions = sum(seen[byte] for byte in (0xBC, 0xBD, 0xBE)) - in_words
    scores["cp1252"] += _STRANGE * in_words
    scores["iso8859-15"] += _STRANGE * fractions
    likely = [name for name in EIGHT_BIT if _E_ACUTE.get(name, 0) in (0, *seen)]
    best = max(likely, key=scores.__getitem__)
    nothing = scores[best] <= 0 and len(seen) > _FEW
    if nothing or best == "cp850" or (senseless and best == "cp1252"):
        raise FileRefused("encoding_unknown", **({"line": senseless} if senseless else {}))
    return best


def _score(seen: Counter[int], encoding: str) -> int:
    """How French the high bytes of a file look in an encoding."""
    total = 0
    for byte, count in seen.items():
        sign = bytes([byte]).decode(encoding, "replace")
        is_sign = sign.isprintable() or sign == "\u00a0"
        total += count * (_WEIGHTS.get(sign, _STRANGE) if is_sign and sign != "\ufffd" else _SENSELESS)
    return total
