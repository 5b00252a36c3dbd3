"""The commands that staff should look at, from the journal's outcomes and from what could not be replayed."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from desktop.protocol.messages import Envelope
from desktop.services.about import Subject
from desktop.services.access.staff_locks import locked_staff
from desktop.services.catalogue import subject_of
from desktop.services.warnings import FOR_A_PERSON, count_unsettled
from desktop.sync.cache import cache
from desktop.sync.journal.journal import Journal
from desktop.sync.standing import NOT_REPLAYED, WARNING, AttentionItem, WaitingItem


class _Words(NamedTuple):
    status: str
    code: str


def items(session: Session, journal: Journal, limit: int) -> tuple[AttentionItem, ...]:
    """What nobody has acknowledged yet, the oldest `limit` of it; `session` is the cache's."""
    refused = cache.refused(session)
    words = {seq: _Words(NOT_REPLAYED, code) for seq, code in refused.items()}
    words |= _told(journal)
    oldest = sorted(words)[:limit]
    of_commands = tuple(
        _item(envelope, words[envelope.seq], _subject(session, envelope))
        for envelope in (journal.these(oldest) if oldest else ())
    )
    return (journal.keeping.undone.items() + of_commands)[:limit]


def count(session: Session, journal: Journal, now: datetime) -> int:
    """How many `items`, warnings and locked colleagues there are; often asked, so no command is read."""
    of_commands = cache.refused(session).keys() | _told(journal).keys()
    return (
        len(of_commands)
        + journal.keeping.undone.count
        + count_unsettled(session)
        + len(locked_staff(session, now))
    )


def _told(journal: Journal) -> dict[int, _Words]:
    """How commands ended that staff have not seen; what a person must settle comes as a warning's own row."""
    told = ((seq, _Words(*words)) for seq, words in journal.unseen.words().items())
    return {seq: word for seq, word in told if word.status != WARNING or word.code not in FOR_A_PERSON}


def waiting(session: Session, journal: Journal, limit: int) -> tuple[WaitingItem, ...]:
    """The oldest commands that central has not answered; `session` is the cache's."""
    return tuple(_waiting(e, _subject(session, e)) for e in journal.unanswered(limit))


def _item(envelope: Envelope, words: _Words, about: Subject) -> AttentionItem:
    return AttentionItem(
        seq=envelope.seq,
        kind=envelope.kind,
        actor=envelope.actor,
        occurred_at=envelope.occurred_at,
        code=words.code,
        status=words.status,
        lease_id=about.lease_id,
        amount_cents=about.amount_cents,
        means=about.means,
    )


def _waiting(envelope: Envelope, about: Subject) -> WaitingItem:
    return WaitingItem(
        seq=envelope.seq,
        kind=envelope.kind,
        actor=envelope.actor,
        occurred_at=envelope.occurred_at,
        lease_id=about.lease_id,
        amount_cents=about.amount_cents,
        means=about.means,
    )


def _subject(session: Session, envelope: Envelope) -> Subject:
    return subject_of(session, envelope.kind, envelope.version, envelope.body)
