"""How a password comes to the command line: from a file, typed twice, or made; never as one of its words."""

import secrets
from pathlib import Path
from typing import Final

import typer

from desktop.central.staff import weak
from desktop.errors import Invalid
from desktop.rules.password import Judgement
from desktop.written import Unreadable, read_line

_SIGNS: Final = ("abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "-+=?!")
"""Without those that are taken for another when they are read aloud."""

_LENGTH: Final = 16
_WORDS: Final = {
    "too_long": "it is longer than 128 signs",
    "control_character": "it holds a sign that no keyboard types",
    "personal_word": "it holds a word that others know of them, which counts as one sign",
    "common_word": "it holds a word that everybody tries first, which counts as one sign",
    "keyboard_walk": "it follows the keys, which counts as one sign",
    "repetition": "it repeats itself, which counts as one sign",
}


def chosen_password(file: Path | None, login: str, name: str, *, generate: bool) -> str:
    """Raises Invalid: password_weak, which says what it lacks; password_file_unreadable."""
    if generate:
        return made_password(login, name)
    typed = _read(file) if file else typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    judgement = weak(typed, login, name)
    if not judgement.ok:
        raise Invalid("password", "password_weak", lacks=lacking(judgement))
    return str(typed)


def made_password(login: str, name: str) -> str:
    """One that nobody guesses, in groups of four so that it is typed without error."""
    while True:
        signs = [secrets.choice(kind) for kind in _SIGNS]
        signs += [secrets.choice("".join(_SIGNS[:3])) for _ in range(_LENGTH - len(signs))]
        secrets.SystemRandom().shuffle(signs)
        if weak("".join(signs), login, name).ok:
            return "".join(signs)


def lacking(judgement: Judgement) -> str:
    """What a weak password lacks on the way that is nearest, as part of a sentence."""
    said = [_WORDS[problem] for problem in judgement.problems if problem in _WORDS]
    missing = (
        (judgement.characters_missing, "more signs"),
        (judgement.classes_missing, "more kinds of signs (capitals, small letters, figures, others)"),
        (judgement.words_missing, "more words"),
    )
    wanted = ", ".join(f"{count} {words}" for count, words in missing if count)
    if wanted:
        said.append(f"nearest to what it is, it lacks {wanted}")
    return "; ".join(said)


def _read(file: Path) -> str:
    try:
        return read_line(file)
    except Unreadable as error:
        raise Invalid("password", "password_file_unreadable", file=str(file), reason=error.reason) from error
