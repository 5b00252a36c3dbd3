"""How things break on purpose: a power cut at a chosen word, a service with a mistake in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from desktop.errors import Refused
from desktop.services import catalogue
from desktop.services.entry import Entry


class PowerCut(BaseException):
    """The machine stops here: nothing after this line runs, and nothing catches it."""


@contextmanager
def cut_after(target: Any, word: str) -> Iterator[None]:
    """The power goes just after `word` was done."""
    whole = getattr(target, word)

    def cut(*args: Any, **kwargs: Any) -> None:
        whole(*args, **kwargs)
        raise PowerCut

    setattr(target, word, cut)
    try:
        yield
    finally:
        setattr(target, word, whole)


def refused(say: Callable[[], object]) -> str | None:
    """Why `say` was refused; None when it was not."""
    try:
        say()
    except Refused as refusal:
        return refusal.code
    return None


def mistaken(*_: object) -> None:
    """What a service with a mistake in it does."""
    raise KeyError("a mistake of ours")


def break_service(monkeypatch: pytest.MonkeyPatch, command: type[Any], service: Any = mistaken) -> None:
    """From now on `command` is carried out by `service`."""
    entry = catalogue.CATALOGUE[command]
    parts = {name: getattr(entry, name) for name in entry.__slots__} | {"service": service}
    monkeypatch.setitem(catalogue.CATALOGUE, command, Entry(**parts))
