"""Strangers' words are shown as they are, and do nothing."""

import io
import logging
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from sqlalchemy import text

from desktop.central.cli.saying import quoted
from desktop.legible import LegibleFormatter, legible
from desktop.models.database import open_database


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Mme Lefèvre-Œuvrard, 12 €", "Mme Lefèvre-Œuvrard, 12 €"),
        ("\x1b[2J", "\\x1b[2J"),
        ("1.0\nCRITICAL all is lost", "1.0\\nCRITICAL all is lost"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u202eb\u2028c\u200d", "a\\u202eb\\u2028c\\u200d"),
        ("\ud800", "\\ud800"),
        ("محمد", "محمد"),
        (None, "None"),
    ],
)
def test_no_sign_is_obeyed(said: object, shown: str) -> None:
    assert legible(said) == shown


def test_a_very_long_word_is_cut() -> None:
    assert len(legible("\n" * 10_000)) == 200


@given(st.text(alphabet="[]/\\red\x1b\n#@:a ", max_size=40))
def test_what_is_quoted_stands_in_a_sentence_to_the_letter(said: str) -> None:
    out = io.StringIO()
    Console(file=out, width=1_000, emoji=False).print(f"[b]{quoted(said)}|[/b]", soft_wrap=True)
    shown, meant = (re.sub(r"\\+(?=\[|\|)", "", each) for each in (out.getvalue(), f"{legible(said)}|\n"))
    assert shown == meant, "but for backslashes before a bracket"


def logged(*words: object, error: Exception | None = None) -> list[str]:
    """The lines that come into a log."""
    record = logging.LogRecord("n", logging.ERROR, "f", 1, words[0], words[1:], None)
    if error is not None:
        record.exc_info = (type(error), error, error.__traceback__)
    return LegibleFormatter("%(levelname)s %(message)s").format(record).split("\n")


def test_nobody_forges_a_line_of_the_log() -> None:
    line = "ERROR device of 1.0\\nERROR \\x1b[31mforged"
    assert logged("device of %s", "1.0\nERROR \x1b[31mforged") == [line]
    _, *rest = logged("broke", error=ValueError("x\nERROR forged"))
    assert all(line.startswith("    ") for line in rest)


def test_an_error_of_the_database_does_not_say_what_was_asked_for() -> None:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "some.db")
        with pytest.raises(Exception, match="no such table") as told, database.write() as session:
            session.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "Madame Secret"})
        database.close()
    assert "Secret" not in str(told.value)
