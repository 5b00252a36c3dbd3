"""What people are told of how a station stands with central, and of the commands that need their eyes."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from desktop.services.command import Status

REFUSED, WARNING, PARKED, NOT_REPLAYED = "refused", "warning", "parked", "not_replayed"
UNDONE = "undone"
STATUS_WORDS = {
    Status.REJECTED: REFUSED,
    Status.APPLIED_WITH_WARNING: WARNING,
    Status.DEFERRED: PARKED,
}


class Damage(msgspec.Struct, frozen=True):
    """What became of a damaged journal. `kept_as`: the folder that holds the damaged file and the report.

    `found_at`: ISO, UTC; `rescued`: how many commands kept their place; `missing`: ranges of numbers, both
    ends included, of which this station holds nothing any more; `aside`: the numbers of commands that are
    here but not in the chain; `at_central`: those of both that central has; `complete`: nothing was lost;
    `gone`: the file itself was not there any more, so that nobody here knows how much was in it.
    """

    found_at: str
    kept_as: str
    rescued: int
    missing: tuple[tuple[int, int], ...] = ()
    aside: tuple[int, ...] = ()
    complete: bool = False
    at_central: tuple[int, ...] = ()
    acknowledged: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """What the status line says. `as_of` is when the rows on this station were last known to be central's;
    `ledger_as_of`: the night of the landlord's accounts, where that is days ago.

    `waiting`: commands that central has not answered; `attention`: how much staff have not acknowledged;
    `files_waiting`: files that central does not have; `storage_full`: nothing more can be kept here;
    `offline_since`: when the last good exchange ended, None while online or when there never was one;
    `clock_ahead_ms`: this clock minus central's; `fetched_rows`: (done, total) while a bootstrap runs;
    `update_needed`: central's rows are of a form that only a newer program can hold; what is here serves on;
    `revoked`: central admits this station no more; `handed_in`: and has all that was done here; `damage`:
    what became of a damaged journal, until staff have acknowledged it; `unreadable`: the journal is damaged
    now, and nothing more is kept before a restart.
    """

    online: bool
    bootstrapped: bool
    waiting: int
    attention: int
    as_of: datetime | None
    files_waiting: int = 0
    offline_since: datetime | None = None
    storage_full: bool = False
    clock_ahead_ms: int = 0
    fetched_rows: tuple[int, int] | None = None
    revoked: bool = False
    handed_in: bool = False
    damage: Damage | None = None
    unreadable: bool = False
    update_needed: bool = False
    ledger_as_of: datetime | None = None

    @property
    def balances_as_of(self) -> datetime | None:
        """Of when balances are: an exchange of just now makes no old accounts new."""
        if self.ledger_as_of is None or self.as_of is None:
            return self.as_of
        return min(self.ledger_as_of, self.as_of)


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """A command that staff should know about, with what a sentence on it needs.

    `status`: refused, warning, parked (central tries it again later), not_replayed (it waits, but no longer
    goes with central's rows) or undone (central had done it, was restored, and would not do it again; its
    `seq` is below zero); `occurred_at`: milliseconds since 1970 UTC; `lease_id`, `amount_cents` and `means`
    (cash, cheque, card) where the command speaks of them.
    """

    seq: int
    kind: str
    actor: str
    occurred_at: int
    code: str
    status: str = WARNING
    lease_id: str = ""
    amount_cents: int | None = None
    means: str = ""


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """A command that central has not answered yet; fields as in AttentionItem."""

    seq: int
    kind: str
    actor: str
    occurred_at: int
    lease_id: str = ""
    amount_cents: int | None = None
    means: str = ""
