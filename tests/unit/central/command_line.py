"""`guichet …` as it is typed, in this process: what it prints, what it says when it fails, how it ends."""

import sys
from dataclasses import dataclass

import pytest

from desktop.__main__ import main


@dataclass(frozen=True, slots=True)
class Said:
    """The exit code, what a program may read, and what only a person reads."""

    code: int
    out: str
    error: str


class Terminal:
    """Types commands and reads answers; sentences come on one line however wide the window is."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        monkeypatch.setenv("COLUMNS", "400")

    def guichet(self, *words: object) -> Said:
        """Types `guichet words…` and waits for its end."""
        self._monkeypatch.setattr(sys, "argv", ["guichet", *map(str, words)])
        self._capsys.readouterr()
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        out, error = self._capsys.readouterr()
        return Said(code, out, error)
