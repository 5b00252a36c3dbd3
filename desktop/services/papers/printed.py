"""Which papers came out of a printer: recorded when they did, asked before the next one is made."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.documents.seal import Duplicate
from desktop.models.printed_paper import PrintedPaper
from desktop.rules.duplicate import original_of
from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.services.about import its_lease
from desktop.services.bounds import Name
from desktop.services.command import Command, Context, Done
from desktop.services.days import local_day
from desktop.services.entry import Entry, Money, Who
from desktop.services.papers.printable import About, Copies, Occasion
from desktop.services.papers.registry import AnyPrintable
from desktop.services.people import scope_of


class NotePrinted(Command, frozen=True, kw_only=True):
    """A paper of a lease came out, or may have (not `certain`); `paper` is its name in the registry."""

    lease_id: Name
    paper: Name
    subject_id: Name
    number: Name
    duplicate: bool
    certain: bool


def note_printed(session: Session, command: NotePrinted, context: Context) -> Done:
    """Recorded whatever it is by now: the paper is out. Refuses lease_unknown at first."""
    print_id = context.new_id("print")
    if session.get(PrintedPaper, print_id) is not None:
        return Done(noop=True)
    scope, warning = scope_of(session, command.lease_id, context)
    session.add(
        PrintedPaper(
            id=print_id,
            scope=scope,
            lease_id=command.lease_id,
            paper=command.paper,
            subject_id=command.subject_id,
            number=command.number,
            duplicate=command.duplicate,
            certain=command.certain,
            printed_at=context.at,
            device_id=context.device_id,
            actor=context.actor,
        )
    )
    session.flush()
    return Done(warning=warning)


def duplicate_of(session: Session, paper: AnyPrintable, about: About, occasion: Occasion) -> Duplicate | None:
    """What the paper must say of itself if it is printed now."""
    if paper.copies is Copies.ALIKE:
        return None
    prints = session.scalars(
        select(PrintedPaper.printed_at).where(
            PrintedPaper.lease_id == about.lease_id,
            PrintedPaper.paper == paper.name,
            PrintedPaper.subject_id == about.subject_id,
        )
    ).all()
    original = original_of(prints, about.issue, local_day(occasion.at))
    if original is None:
        return None
    return Duplicate(original_at=min(original, occasion.at), reprinted_at=occasion.at)


COMMANDS = (
    Entry(
        kind="paper.printed",
        version=1,
        command=NotePrinted,
        service=note_printed,
        by=frozenset({*Role, Who.TENANT}),
        stations=frozenset({StationKind.KIOSK, StationKind.COUNTER}),
        about=its_lease,
        follows_its_lease=True,
        money=Money.NONE,
        last_bytes=True,
        after=(),
    ),
)
