"""Files that people write, as their editors save them: read, or refused with the reason."""

import codecs
import re
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from desktop.disk import open_plain

Shape = TypeVar("Shape", bound=msgspec.Struct)

LONGEST: Final = 1 << 20
"""Bytes; nobody types as many."""

_WIDE: Final = {
    codecs.BOM_UTF32_LE: "utf-32",  # begins as UTF-16 does
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_AS_UTF8: Final = "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)"
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_KEY = re.compile(r"\s*([A-Za-z0-9_.-]+)\s*=")
_SHAPES: Final = (
    ("Object missing required field `(.+?)`", "it does not say {0}{in_1}"),
    ("Object contains unknown field `(.+?)`", "{0}{in_1} is no word it has"),
    ("Expected `(.+?)`, got `(.+?)`", "{2} is {a_1}, and should be {a_0}"),
)
_KINDS: Final = {
    "str": "text between quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "object": "a part in [brackets]",
    "array": "a list",
}
_MISTAKES: Final = (
    ("Invalid hex value", 'a \\ in a text between "quotes" must be written / or \\\\'),
    ("Unescaped '\\", 'a \\ in a text between "quotes" must be written / or \\\\'),
    ("Illegal character '\\n'", "the text does not end: its closing quote is missing"),
    ("Unterminated string", "the text does not end: its closing quote is missing"),
    ('Expected "\'"', "the text does not end: its closing quote is missing"),
    ("Invalid value", 'what follows the = is no value: text stands between straight quotes ("…")'),
    ("Expected '='", "a = is missing"),
    ("Expected newline", "something follows the end of the value"),
    ("Cannot overwrite a value", "it says twice what can be said once"),
    ("Cannot declare", "it says twice what can be said once"),
    ("Unclosed array", "the list does not end: its ] is missing"),
)


class Unreadable(Exception):
    """`reason`: why, as the end of a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_written(path: Path) -> str:
    """The text of a file, each line ended by one sign and without the mark that some editors put first.

    Raises Unreadable: no such file, no plain file, no text, or not in UTF-8 or UTF-16. What was meant by the
    bytes of another encoding is not guessed: a wrong sign in a password or a name would be seen too late.
    """
    try:
        with open_plain(path) as file:
            content = file.read(LONGEST + 1)
    except OSError as error:
        raise Unreadable((error.strerror or "it cannot be opened").lower()) from error
    if len(content) > LONGEST:
        raise Unreadable("it is longer than anybody writes")
    return "\n".join(re.split(r"\r\n|\r|\n", _decoded(content)))


def read_line(path: Path) -> str:
    """The one line of a file that holds a secret or a name, without the spaces around it.

    Raises Unreadable also when it holds several, or nothing.
    """
    text = read_written(path).strip()
    if not text:
        raise Unreadable("it is empty")
    if "\n" in text:
        raise Unreadable("it holds several lines")
    return text


def read_toml(path: Path, shape: type[Shape]) -> Shape:
    """What a TOML file says. Raises Unreadable, which names the line and what is wrong there."""
    text = read_written(path)
    try:
        return msgspec.toml.decode(text, type=shape)
    except msgspec.ValidationError as error:
        raise Unreadable(_of_the_shape(str(error))) from error
    except msgspec.DecodeError as error:
        raise Unreadable(_of_the_line(str(error), text)) from error


def _decoded(content: bytes) -> str:
    encoding = next((name for mark, name in _WIDE.items() if content.startswith(mark)), "utf-8-sig")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"line {line} is not in UTF-8: {_AS_UTF8}") from error
    if "\0" in text:
        raise Unreadable(f"it holds no text, or not in UTF-8: {_AS_UTF8}")
    return text


def _of_the_shape(message: str) -> str:
    for begun, words in _SHAPES:
        found = re.fullmatch(begun + r"(?: - at `\$\.(.+)`)?", message)
        if found is not None:
            parts = [part or "" for part in found.groups()]
            inside = f" in [{parts[1]}]" if parts[1] else ""
            kinds = [_KINDS.get(part.split(" ")[0], part) for part in parts]
            return words.format(*parts, in_1=inside, a_0=kinds[0], a_1=kinds[1])
    return message


def _of_the_line(message: str, text: str) -> str:
    """No line is quoted: one may hold a password. The word before its = may be."""
    found = _PLACE.search(message)
    number = int(found[1]) if found is not None and found[1] else text.rstrip("\n").count("\n") + 1
    lines = text.split("\n")
    key = _KEY.match(lines[number - 1]) if number <= len(lines) else None
    what = next((words for begun, words in _MISTAKES if message.startswith(begun)), "it cannot be understood")
    return f"line {number}{f' ({key[1]})' if key else ''}: {what}"
