"""The swift path: a run of commands of one kind performed at once, or not at all."""

import logging
from collections.abc import Iterator

import msgspec
from sqlalchemy.orm import Session

from desktop.central.commands.authority import NOTHING, Authority, doubted
from desktop.central.commands.records import Records
from desktop.central.commands.storable import storable
from desktop.central.commands.trouble import is_of_the_store
from desktop.central.database.tables import DeviceChain
from desktop.errors import GuichetError, NotAllowed, Refused
from desktop.protocol.messages import Envelope, Result
from desktop.services import catalogue
from desktop.services.command import Command, Context, Done, Status
from desktop.services.entry import Entry
from desktop.services.permission import Ruling, Verdict

LONGEST_RUN = 250
"""What is unusual about one command makes so many go the careful way, and no more."""

SHORTEST_RUN = 4
"""Fewer commands than this gain nothing."""

_NOT_DONE = {Verdict.REFUSED: Status.REJECTED, Verdict.PARKED: Status.DEFERRED}

Asked = tuple[Command, Context]

_log = logging.getLogger(__name__)


def runs(envelopes: list[Envelope]) -> Iterator[list[Envelope]]:
    """The envelopes cut, in their order, into runs of one kind."""
    run: list[Envelope] = []
    for envelope in envelopes:
        if run and (envelope.kind != run[0].kind or len(run) == LONGEST_RUN):
            yield run
            run = []
        run.append(envelope)
    if run:
        yield run


def is_plain(run: list[Envelope], chain: DeviceChain, proven: set[Envelope]) -> bool:
    """Whether this run of a kind that can be served at once continues `chain` link by link, all proven."""
    entry = catalogue.BY_KIND.get(run[0].kind)
    if entry is None or entry.many is None or len(run) < SHORTEST_RUN:
        return False
    seq, digest = chain.last_seq, chain.last_hash
    for envelope in run:
        if envelope.seq != seq + 1 or envelope.previous != digest or envelope not in proven:
            return False
        if not storable(envelope):
            return False
        seq, digest = envelope.seq, envelope.hash
    return len({envelope.key for envelope in run}) == len(run)


def perform(session: Session, run: list[Envelope], authority: Authority, records: Records) -> list[Result]:
    """The results of the whole run, kept with its effects; [] with nothing done if anything was unusual."""
    nested = session.begin_nested()
    try:
        results = records.keep(zip(run, _served(session, run, authority), strict=True))
        nested.commit()
    except Exception as error:
        if is_of_the_store(error):
            raise
        nested.rollback()  # whatever it is, the careful path finds out and says it
        _log.info("%d commands of kind %s need care: %s", len(run), run[0].kind, type(error).__name__)
        return []
    return results


def receipts(run: list[Envelope], results: list[Result]) -> int:
    """The highest number that a receipt of this run bears; 0 without any."""
    done = (Status.APPLIED, Status.APPLIED_WITH_WARNING, Status.NOOP)
    issued = catalogue.BY_KIND[run[0].kind].issues_receipt
    numbers = [e.receipt_no for e, r in zip(run, results, strict=True) if issued and r.status in done]
    return max(numbers, default=0)


def _served(session: Session, run: list[Envelope], authority: Authority) -> list[Result]:
    entry = catalogue.BY_KIND[run[0].kind]
    asked = [(_command(envelope), authority.context(envelope)) for envelope in run]
    ruled = authority.rulings(entry, asked)
    asked = [
        (command, doubted(context, ruling)) for (command, context), ruling in zip(asked, ruled, strict=True)
    ]
    done = iter(_done(session, entry, _allowed(asked, ruled)))
    results = []
    for envelope, (command, context), ruling in zip(run, asked, ruled, strict=True):
        if ruling.verdict in _NOT_DONE:
            status = _NOT_DONE[ruling.verdict]
            results.append(Result(envelope.seq, envelope.key, status, ruling.code, NOTHING))
            continue
        answer = next(done)
        if isinstance(answer, Done):
            answer = authority.followed(entry, command, context, answer, ruling)
        results.append(_result(envelope, answer))
    return results


def _allowed(asked: list[Asked], ruled: list[Ruling]) -> list[Asked]:
    return [each for each, ruling in zip(asked, ruled, strict=True) if ruling.verdict not in _NOT_DONE]


def _done(session: Session, entry: Entry, asked: list[Asked]) -> list[Done | GuichetError]:
    if entry.many is None:
        raise ValueError("this kind is served one by one")
    return entry.many(session, asked)


def _command(envelope: Envelope) -> Command:
    return catalogue.decode(envelope.kind, envelope.version, envelope.body)


def _result(envelope: Envelope, answer: Done | GuichetError) -> Result:
    """A refusal is an outcome like any other; what else went wrong is not for this path."""
    if isinstance(answer, Refused | NotAllowed):
        facts = msgspec.msgpack.encode(answer.facts or None, enc_hook=str)
        return Result(envelope.seq, envelope.key, Status.REJECTED, answer.code, facts)
    if isinstance(answer, GuichetError):
        raise answer
    data = msgspec.msgpack.encode(answer.result)
    return Result(envelope.seq, envelope.key, answer.status, answer.warning, data)
