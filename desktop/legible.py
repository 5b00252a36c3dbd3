"""What others say, made fit to be read: one line, no sign that moves a cursor, colours, hides or forges."""

import logging
import sys
import unicodedata

LONGEST = 200
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Control and format signs, halves of signs, signs that are none, line and paragraph separators."""


def legible(said: object, longest: int = LONGEST) -> str:
    r"""A stranger's words as people may see them anywhere: `\x1b[2J` instead of an empty screen."""
    words = str(said)
    shown = "".join(_shown(sign) for sign in words[: longest + 1])
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def _shown(sign: str) -> str:
    if sign.isascii():
        return sign if sign.isprintable() else sign.encode("unicode_escape").decode()
    return sign.encode("unicode_escape").decode() if unicodedata.category(sign) in _INVISIBLE else sign


class LegibleFormatter(logging.Formatter):
    """Each record begins a line of its own, and nothing in it can: what follows is set in."""

    _LONGEST = 4_000

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = legible(record.message, self._LONGEST)
        return super().formatMessage(record)

    def formatException(self, ei: "logging._SysExcInfoType") -> str:
        lines = super().formatException(ei).splitlines()
        return "\n".join(f"    {legible(line, self._LONGEST)}" for line in lines)


def begin_log() -> None:
    """Sends what is logged in this process to its error output, legibly."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(LegibleFormatter("%(levelname)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
