"""What kind of thing is typed: it chooses the keys offered, the characters taken and the length."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget


class EntryKind(Enum):
    """The kinds of entry; each has its layout on the on-screen keyboard."""

    TEXT = auto()
    NAME = auto()
    EMAIL = auto()
    SECRET = auto()
    DIGITS = auto()
    PHONE = auto()
    AMOUNT = auto()
    DATE = auto()
    CODE = auto()
    NONE = auto()


PROPERTY: Final = "entry"
_TAKES: Final = {
    EntryKind.DIGITS: r"[0-9 ]*",
    EntryKind.PHONE: r"\+?[0-9 .]*",
    EntryKind.AMOUNT: r"[0-9]{0,6}([,.][0-9]{0,2})?",
    EntryKind.DATE: r"[0-9/]*",
    EntryKind.CODE: r"[0-9A-Za-z -]*",
}


def entry_of(widget: QWidget | None) -> EntryKind:
    """What is typed into `widget`; NONE when it is not for typing."""
    name = widget.property(PROPERTY) if widget is not None else None
    return EntryKind[name] if name else EntryKind.NONE


def accept(edit: QLineEdit, entry: EntryKind) -> None:
    """Have `edit` take only what `entry` allows, and help where it can (date strokes, capitals)."""
    edit.setProperty(PROPERTY, entry.name)
    pattern = _TAKES.get(entry)
    if pattern is not None:
        edit.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), edit))
    if entry is EntryKind.DATE:
        edit.setMaxLength(10)
        edit.textEdited.connect(lambda typed: _write(edit, dated(typed)))
    if entry is EntryKind.CODE:
        edit.textEdited.connect(lambda typed: _write(edit, typed.upper()))


def dated(typed: str) -> str:
    """Put the strokes of a date between its figures: 22111990 → 22/11/1990."""
    figures = "".join(character for character in typed if character.isdigit())[:8]
    parts = [figures[:2], figures[2:4], figures[4:]]
    return "/".join(part for part in parts if part)


def _write(edit: QLineEdit, words: str) -> None:
    if words != edit.text():
        edit.setText(words)
