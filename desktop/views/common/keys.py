"""The layouts of the on-screen keyboard: rows of keys, each with what it types and how wide it is."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from desktop.views.common.entry import EntryKind


class Does(Enum):
    """What a key does."""

    TYPE = auto()
    BACKSPACE = auto()
    CLEAR = auto()
    SHIFT = auto()
    LAYER = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `types` is what it types, or the layer it goes to; `width` and `tall` count ordinary keys."""

    types: str
    does: Does = Does.TYPE
    width: float = 1.0
    tall: int = 1


Rows = tuple[tuple[Key, ...], ...]

LETTERS: Final = "letters"
ACCENTS: Final = "accents"
FIGURES: Final = "figures"
_BACKSPACE: Final = Key("", Does.BACKSPACE, 1.5)
_DONE: Final = Key("", Does.DONE, 2)
_SHIFT: Final = Key("", Does.SHIFT, 1.5)
_CLEAR: Final = Key("", Does.CLEAR, 1.5)


def layers(entry: EntryKind) -> dict[str, Rows]:
    """The layers of the layout for `entry`; `LETTERS` is the one shown first."""
    if entry is EntryKind.CODE:
        return {LETTERS: _CODE}
    if entry in _PADS:
        return _pad(*_PADS[entry])
    return _words(*_ENDS.get(entry, ("’", _WORDS_END)))


def _typed(characters: str) -> tuple[Key, ...]:
    return tuple(Key(character) for character in characters)


def _to(layer: str) -> Key:
    return Key(layer, Does.LAYER)


def _words(apostrophe: str, end: tuple[Key, ...]) -> dict[str, Rows]:
    return {
        LETTERS: (
            _typed("azertyuiop"),
            _typed("qsdfghjklm"),
            (_SHIFT, *_typed("wxcvbn" + apostrophe), _BACKSPACE),
            (_to(FIGURES), _to(ACCENTS), *end),
        ),
        ACCENTS: (
            _typed("éèêëàâçùûü"),
            _typed("îïôöœæñáíó"),
            (_SHIFT, *_typed("úãõßøå" + apostrophe), _BACKSPACE),
            (_to(FIGURES), _to(LETTERS), *end),
        ),
        FIGURES: (
            _typed("1234567890"),
            _typed('-/:;()€&@"'),
            (_CLEAR, *_typed("+=*#%_?"), _BACKSPACE),
            (_to(LETTERS), _to(ACCENTS), *end),
        ),
    }


def _pad(*last: Key) -> dict[str, Rows]:
    return {
        LETTERS: (
            (*_typed("123"), _BACKSPACE),
            (*_typed("456"), _CLEAR),
            (*_typed("789"), Key("", Does.DONE, 1.5, tall=2)),
            last,
        )
    }


_EMAIL_END: Final = (
    Key("@"),
    Key("."),
    Key("-"),
    Key("_"),
    Key(".fr"),
    Key(".com", width=1.5),
    Key("", Does.DONE, 1.5),
)
_CODE: Final[Rows] = (
    (*_typed("23456789"), Key("", Does.BACKSPACE, 2)),
    _typed("AZERTYUP"),
    _typed("QSDFGHJKLM"),
    (Key("", Does.CLEAR, 2), *_typed("WXCVBN"), _DONE),
)
_PADS: Final = {
    EntryKind.DIGITS: (Key("0", width=3),),
    EntryKind.DATE: (Key("0", width=3),),
    EntryKind.AMOUNT: (Key(","), Key("0"), Key("00")),
    EntryKind.PHONE: (Key("+"), Key("0", width=2)),
}
_WORDS_END: Final = (Key(","), Key(" ", width=3), Key("."), Key("-"), _DONE)
_ENDS: Final = {
    EntryKind.EMAIL: ("'", _EMAIL_END),
    EntryKind.SECRET: ("'", (Key(","), Key("."), Key(" ", width=3), Key("!"), _DONE)),
}
