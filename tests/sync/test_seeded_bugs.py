"""The tests of this folder are tested: each bug planted here must be found by those named beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest

from desktop.central.commands.authority import Authority
from desktop.central.commands.hearing import Hearing
from desktop.central.rows import feed
from desktop.protocol.messages import Envelope, Result
from desktop.services.command import Status
from desktop.sync.cache import apply, cache, replica, undo
from desktop.sync.exchange import conversation
from desktop.sync.journal import journal
from tests.sync import test_exactly_once as once
from tests.sync import test_journal_gone as gone
from tests.sync import test_restores as restores
from tests.sync import test_shapes as shapes
from tests.sync.fleet import Fleet

Story = Callable[[Fleet], None]
NOTHING = msgspec.msgpack.encode(None)


@dataclass(frozen=True)
class Bug:
    """A mistake somebody could make: `where` it is, `what` it says instead, and who must notice."""

    where: Any
    word: str
    what: Callable[[Any], Any]
    noticed_by: tuple[Story, ...]


def told_early(whole: Any) -> Any:
    def ask(self: Any, sent: list[Envelope]) -> Any:
        self._journal.note_outcomes(Result(e.seq, e.key, Status.APPLIED, None, NOTHING) for e in sent)
        return whole(self, sent)

    return ask


def cursor_first(whole: Any) -> Any:
    def take_in(self: Any, target: Any, delta: Any) -> Any:
        if delta.end.cursor:
            with target.database.write() as session:
                cache.set_meta(session, "cursor", delta.end.cursor)
        return whole(self, target, delta)

    return take_in


def forgets_outcomes(_whole: Any) -> Any:
    def keep(_self: Any, envelope: Envelope, status: int, code: str | None, result: bytes) -> Result:
        return Result(envelope.seq, envelope.key, status, code, result)

    return keep


def drops_the_log(_whole: Any) -> Any:
    def rewind(session: Any, commands: Any, *_: Any) -> None:
        for seq in commands:
            session.connection().exec_driver_sql(f"DELETE FROM undo WHERE seq = {seq}")

    return rewind


def performs_what_it_knows(_whole: Any) -> Any:
    def known(_self: Any, _envelope: Envelope) -> None:
        return None

    return known


def no_fork(whole: Any) -> Any:
    def following(self: Any, chain: Any, envelope: Envelope) -> Result:
        if envelope.seq <= chain.last_seq:
            return Result(envelope.seq, envelope.key, Status.APPLIED, None, NOTHING)
        chain.last_hash = envelope.previous
        return whole(self, chain, envelope)  # type: ignore[no-any-return]

    return following


BUGS = {
    "a known command is performed again": Bug(
        Hearing,
        "known",
        performs_what_it_knows,
        (once.test_a_failure_counts_once_however_often_it_is_sent,),
    ),
    "a command is taken for told when it is sent": Bug(
        conversation.Conversation,
        "_ask",
        told_early,
        (once.test_nothing_is_taken_for_told_before_central_told_it,),
    ),
    "the cursor moves before the rows": Bug(
        replica.Replica,
        "_apply",
        cursor_first,
        (lambda fleet: once.test_a_power_cut_while_rows_come_in_costs_no_row(fleet, "put"),),
    ),
    "central sees no fork": Bug(
        Hearing,
        "_next",
        no_fork,
        (restores.test_a_restored_disk_that_speaks_first_is_heard_as_another_life,),
    ),
    "a station sees no fork": Bug(
        apply,
        "_confirmed",
        lambda _whole: lambda end, _journal: end.told_seq or 0,
        (restores.test_work_pending_on_a_restored_disk_is_not_taken_for_what_its_lost_life_did,),
    ),
    "what is undone is only forgotten": Bug(
        undo, "rewind", drops_the_log, (once.test_what_central_refused_leaves_no_trace_here,)
    ),
    "commands are replayed newest first": Bug(
        journal.Journal,
        "these",
        lambda whole: lambda self, numbers: whole(self, numbers)[::-1],
        (once.test_commands_that_share_a_row_are_rewound_together,),
    ),
    "commands are not rewound for the rows that come": Bug(
        undo,
        "_writers",
        lambda _whole: lambda _session, _rows: set(),
        (once.test_commands_that_share_a_row_are_rewound_together,),
    ),
    "commands that share a row are not rewound together": Bug(
        undo,
        "touching",
        lambda _whole: lambda session, rows, commands: sorted(undo._writers(session, rows) | {*commands}),
        (once.test_commands_that_share_a_row_are_rewound_together,),
    ),
    "effects are kept without their outcome": Bug(
        Authority,
        "keep",
        forgets_outcomes,
        (once.test_every_effect_at_central_has_its_outcome_beside_it,),
    ),
    "central does not notice that it was restored": Bug(
        feed.Reader,
        "require",
        lambda _whole: lambda _self, _told: None,
        (restores.test_even_if_the_copy_never_heard_of_the_station,),
    ),
    "a station does not tell again": Bug(
        journal.Journal,
        "reopen",
        lambda _whole: lambda _self, after: None,
        (restores.test_what_a_restored_central_lost_is_told_again,),
    ),
    "receipt numbers of a lost life are given again": Bug(
        journal.Journal,
        "begin_life",
        lambda whole: lambda self, name, _receipts: whole(self, name, self.receipts),
        (restores.test_a_restored_disk_gives_no_receipt_number_that_its_lost_life_gave,),
    ),
    "receipt numbers that central heard are given again": Bug(
        journal.Journal,
        "skip_receipts",
        lambda _whole: lambda _self, used: None,
        (gone.test_no_number_that_central_heard_is_given_again_once_the_journal_is_gone,),
    ),
    "a station receives whatever scope its cursor names": Bug(
        feed.Reader,
        "position",
        lambda whole: lambda self: whole(self) | {"AG01": ("", 10**9)},
        (shapes.test_a_cursor_that_a_station_made_up_opens_no_other_agency,),
    ),
    "rows that left a shape stay": Bug(
        feed,
        "_left",
        lambda _whole: lambda *_: iter(()),
        (shapes.test_who_leaves_a_kiosks_shape_leaves_the_kiosk,),
    ),
}


@pytest.mark.parametrize("name", BUGS)
def test_the_bug_is_noticed(name: str, fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    bug = BUGS[name]
    for story in bug.noticed_by:
        monkeypatch.setattr(bug.where, bug.word, bug.what(getattr(bug.where, bug.word)))
        with pytest.raises(Exception):  # noqa: B017, PT011 - however it is noticed
            story(fleet)
        monkeypatch.undo()
