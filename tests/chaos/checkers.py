"""Readers of a history: each names what cannot have happened if the sync keeps its word."""

from collections import Counter
from collections.abc import Callable, Iterator

from tests.chaos.history import Event, Invoked, Looked, Refused, Told
from tests.chaos.truth import Paid, Truth

Checker = Callable[[Truth], Iterator[str]]


def exactly_once(truth: Truth) -> Iterator[str]:
    """Told done: at central once, as told. Told no: not there. Told nothing: at most once. Nobody: never.

    A request, and nothing else, may be rejected afterwards: then staff are shown that, and it is not there.
    """
    there: dict[str, list[Paid | str]] = {tag: list(rows) for tag, rows in truth.others.items()}
    for paid in truth.paid:
        there.setdefault(paid.tag, []).append(paid)
    for name, history in truth.histories.items():
        answers = {event.op: event for event in history if isinstance(event, Told | Refused)}
        for event in history:
            if isinstance(event, Invoked):
                tag = f"{name}-{event.op}"
                answer = answers.get(event.op)
                if isinstance(answer, Told) and event.what == "request" and answer.row in truth.rejected:
                    answer = Refused(event.op, "rejected")
                yield from _counted(tag, event, answer, there.pop(tag, []))
    for tag in there:
        yield f"{tag} is at central and nobody did it"


def _counted(tag: str, did: Invoked, answer: Event | None, found: list[Paid | str]) -> Iterator[str]:
    if len(found) > 1:
        yield f"{tag} is at central {len(found)} times"
    if isinstance(answer, Refused) and found:
        yield f"{tag} was refused ({answer.code}) and is at central"
    if not isinstance(answer, Told):
        return
    if not found:
        yield f"{tag} was told done and is not at central"
    for row in found:
        if isinstance(row, str):
            told, is_so = (answer.row,), (row,)
        else:
            told = (answer.row, did.cents, answer.number, did.lease)
            is_so = (row.row, row.cents, row.number, row.lease)
        if told != is_so:
            yield f"{tag} was told as {told} and is {is_so}"


def receipts_without_gap(truth: Truth) -> Iterator[str]:
    """Each device numbers its receipts 1, 2, 3 …; no number is given twice, none is left out."""
    by_device: dict[str, list[int]] = {}
    for paid in truth.paid:
        device, _, number = paid.number.rpartition("-")
        by_device.setdefault(device, []).append(int(number))
    for device, numbers in by_device.items():
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            double = [number for number, times in Counter(numbers).items() if times > 1]
            left_out = sorted(set(range(1, max(numbers))) - set(numbers))
            yield f"receipts of {device}: twice {double[:5]}, left out {left_out[:5]}"


def reads_are_monotonic(truth: Truth) -> Iterator[str]:
    """At one station what was seen up to a version is never followed by an older picture."""
    for name, history in truth.histories.items():
        epoch, ver = "", -1
        for look in _looks(history):
            if look.epoch == epoch and 0 <= look.ver < ver:
                yield f"{name} saw version {ver}, then {look.ver}"
            epoch, ver = look.epoch, look.ver


def reads_fit_central(truth: Truth) -> Iterator[str]:
    """A picture that claims version v has of each lease exactly the payments that central had at v."""
    by_lease: dict[str, list[Paid]] = {}
    for paid in truth.paid:
        by_lease.setdefault(paid.lease, []).append(paid)
    for name, history in truth.histories.items():
        for look in _looks(history):
            if look.ver < 0 or look.lease in truth.wanderers or look.epoch not in truth.epochs.values():
                continue
            then = [paid for paid in by_lease.get(look.lease, []) if paid.ver <= look.ver]
            is_so = (len(then), sum(paid.cents for paid in then))
            if (look.count, look.cents) != is_so:
                yield f"{name} saw {look.count} payments ({look.cents}) at {look.ver}, central had {is_so}"


def own_writes_are_read(truth: Truth) -> Iterator[str]:
    """What a station told as done it shows at once, and for ever."""
    for name, history in truth.histories.items():
        for look in _looks(history):
            if look.missing and look.lease not in truth.wanderers and look.ver >= 0:
                yield f"{name} told of {look.missing[:3]} and does not show it"


def money_is_conserved(truth: Truth) -> Iterator[str]:
    """The ledger moved by what was paid, lease by lease; each drawer holds what its journal says."""
    taken: Counter[str] = Counter()
    for paid in truth.paid:
        taken[paid.lease] += paid.cents
    for lease in taken.keys() | truth.ledger.keys():
        if taken[lease] != truth.ledger.get(lease, 0):
            yield f"lease {lease}: paid {taken[lease]}, booked {truth.ledger.get(lease, 0)}"
    for name, (journal, central) in truth.drawers.items():
        if journal != central:
            yield f"drawer of {name}: {journal} by its journal, {central} at central"


def versions_without_gap(truth: Truth) -> Iterator[str]:
    """Each scope's version counted 1, 2, 3 …, and no unit of work was left open."""
    last: dict[str, int] = {}
    for scope, before, after in truth.versions:
        if after != before + 1 or before != last.get(scope, before):
            yield f"{scope} went from {last.get(scope)} over {before} to {after}"
        last[scope] = after
    if truth.open_units:
        yield f"{truth.open_units} units of work are still open"


def everybody_agrees(truth: Truth) -> Iterator[str]:
    """Every cache is its shape of central, every outcome told is central's, every chain is whole."""
    for name, tables in truth.differences.items():
        yield from (f"{name} differs from central in {table}" for table in tables)
    for name, outcomes in truth.outcomes.items():
        for seq, told, is_so in outcomes:
            if told != is_so:
                yield f"{name}: command {seq} was told as {told}, central says {is_so}"
    yield from truth.broken_chains
    for digest, arrived, there in truth.photos:
        if not (arrived and there):
            yield f"photo {digest[:8]}: marked {arrived}, there {there}"


CHECKERS: tuple[Checker, ...] = (
    exactly_once,
    receipts_without_gap,
    reads_are_monotonic,
    reads_fit_central,
    own_writes_are_read,
    money_is_conserved,
    versions_without_gap,
    everybody_agrees,
)


def complaints(truth: Truth) -> list[str]:
    """All that the checkers find, each under the name of its checker."""
    return [f"{check.__name__}: {found}" for check in CHECKERS for found in check(truth)]


def _looks(history: list[Event]) -> Iterator[Looked]:
    return (event for event in history if isinstance(event, Looked))
