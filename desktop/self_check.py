"""What this build holds, and whether it works on this machine: `guichet self-check`, packed or not."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from secrets import token_bytes
from tempfile import TemporaryDirectory

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from desktop.app import application
from desktop.documents.drawing.paper import Identity, PaperFile
from desktop.documents.parties import LandlordCard
from desktop.models.database import open_database
from desktop.models.everything import synced_tables
from desktop.services.catalogue import ENTRIES
from desktop.services.papers.registry import printables
from desktop.views.common.language import install, offered
from desktop.views.common.theme import Kind
from desktop.views.counter.screens import counter_screens
from desktop.views.kiosk.screens import kiosk_screens

Trial = tuple[str, Callable[[], object]]


class Defect(msgspec.Struct, frozen=True):
    """`what` was tried; `why` it did not work."""

    what: str
    why: str


class Inventory(msgspec.Struct, frozen=True):
    """Everything that introduces itself, by its name, and what failed; nothing of it is listed anywhere."""

    entities: list[str]
    commands: list[str]
    kiosk_screens: list[str]
    counter_screens: list[str]
    papers: list[str]
    languages: list[str]
    failed: list[Defect]


def self_check() -> Inventory:
    """Looks for everything, and tries what needs no station."""
    return Inventory(
        entities=sorted(synced_tables()),
        commands=sorted(f"{entry.kind} {entry.version}" for entry in ENTRIES),
        kiosk_screens=sorted(kiosk_screens()),
        counter_screens=sorted(counter_screens()),
        papers=sorted(paper.name for paper in printables().values()),
        languages=[language.value for language in offered()],
        failed=failures(chain(_TRIALS, _screens())),
    )


def failures(trials: Iterable[Trial]) -> list[Defect]:
    """What went wrong; one failure keeps no other trial from being made."""
    found = []
    for what, trial in trials:
        try:
            trial()
        except Exception as error:  # noqa: BLE001 - whatever it is, an administrator must read it
            found.append(Defect(what, f"{type(error).__name__}: {error}"))
    return found


def _screens() -> Iterator[Trial]:
    """Each view of each kind of station, in each language."""
    for kind, screens in ((Kind.KIOSK, kiosk_screens()), (Kind.COUNTER, counter_screens())):
        app = application(kind)
        for language in offered():
            install(app, language)
            for place, screen in screens.items():
                yield f"{kind.name.lower()}: {place}, {language.value}", partial(_show, screen.view)


def _show(view: Callable[[], QWidget]) -> None:
    """Outside a running loop Qt keeps every widget for ever, and dresses it again with each later one."""
    view().deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _keep_a_row() -> None:
    key = token_bytes(32)
    with TemporaryDirectory() as folder:
        file = Path(folder, "try.db")
        with closing(open_database(file, key)) as database, database.write() as session:
            session.connection().exec_driver_sql("CREATE TABLE kept AS SELECT 'é' AS word")
        with closing(open_database(file, key)) as database:
            if [tuple(row) for row in database.rows("SELECT word FROM kept")] != [("é",)]:
                raise ValueError("what was written is not there")


def _draw() -> None:
    nobody = LandlordCard(name="Guichet", legal_form="", address=(), siren="", phone="", web="", email="")
    identity = Identity(
        title="Guichet",
        author=nobody,
        subject="",
        made_at=datetime.fromtimestamp(0, UTC),
        language_tag="fr-FR",
    )
    paper = PaperFile(identity, width=200, height=200)
    paper.page()
    if not paper.pdf().startswith(b"%PDF"):
        raise ValueError("no PDF came of it")


_TRIALS: tuple[Trial, ...] = (("an encrypted file", _keep_a_row), ("a drawn paper", _draw))
