"""What all of `guichet central`'s commands do: open central, show how far they are, and answer."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from desktop.central.backups import guard
from desktop.central.backups.manifest import BackupStep, Report
from desktop.central.order import put_in_order
from desktop.central.stations import register
from desktop.central.store import Store, open_store
from desktop.legible import legible

_BRACKET = re.compile(r"(\\*)(\[|$)")
"""Where rich would begin a tag, if not here then after what is quoted."""

_UNPRINTABLE = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
"""JSON may hold them as they are, but not every terminal that shows it."""


def quoted(said: object) -> str:
    """What others said, as it stands within a sentence or a table: no sign of theirs is obeyed."""
    return _BRACKET.sub(lambda found: found[1] * 2 + "\\" * bool(found[2]) + found[2], legible(said))


def say(result: Any, sentences: list[str], *, as_json: bool) -> None:
    """Prints the result for a program, or its sentences for a person."""
    if as_json:
        sys.stdout.write(_UNPRINTABLE.sub(_escaped, msgspec.json.encode(result).decode()) + "\n")
        return
    for sentence in sentences:
        Console().print(sentence, highlight=False, soft_wrap=True)


def _escaped(sign: re.Match[str]) -> str:
    return "".join(f"\\u{ord(half):04x}" for half in sign[0])


@contextmanager
def opened(data: Path) -> Iterator[Store]:
    """The central in `data`, let go of at the end whatever happens."""
    store = open_store(data)
    register.report(data)
    try:
        yield store
    finally:
        store.database.close()


@contextmanager
def changing(data: Path) -> Iterator[Store]:
    """The same for whoever writes, in order. Raises what `guard.check` refuses."""
    with opened(data) as store:
        guard.check(store)
        put_in_order(store)
        yield store


@contextmanager
def progress(*, hidden: bool) -> Iterator[Report]:
    """A bar on the error output that leaves nothing behind; it starts anew with each kind of work."""
    columns = (TextColumn("{task.description:<16}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), disable=hidden, transient=True) as bar:
        task = bar.add_task("", total=None)

        def report(step: BackupStep) -> None:
            bar.update(task, description=step.what, completed=step.done, total=step.total)

        yield report
