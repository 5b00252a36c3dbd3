"""Who may do what, from where, about which lease: decided here alone, at the station and again at central."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.errors import NotAllowed
from desktop.models.among import Among
from desktop.models.tenant_account import TenantAccount
from desktop.rules.station_kind import StationKind
from desktop.services.about import Subject
from desktop.services.actors import STAFF, Actor, read_actor
from desktop.services.command import Command, Context
from desktop.services.entry import Entry, Money, Who
from desktop.services.memory import Memory, Post
from desktop.services.payments.evidence import EVIDENCE_MISSING
from desktop.services.people import scopes_of

ACCOUNT_MISSING = "account_missing"
ELSEWHERE = "lease_of_another_agency"
SECOND_PERSON = "second_person"
"""Somebody else has to decide the same."""

SUBJECT_UNKNOWN = "subject_unknown"
"""It speaks of something that is not here, or not yet: nobody can have it done before."""

_ACCOUNT = TenantAccount.__table__.c
_ACCOUNTS = select(_ACCOUNT.id, _ACCOUNT.scope).where(Among(_ACCOUNT.id, bindparam("leases")))


class Verdict(Enum):
    """What becomes of a command."""

    ALLOWED = "allowed"

    WARNED = "warned"
    """It is done, and a person must see to the warning."""

    PARKED = "parked"
    """It waits for a person."""

    REFUSED = "refused"


class Ruling(NamedTuple):
    """`code` names what stands against it; empty where nothing does."""

    verdict: Verdict
    code: str = ""


class _LookedUp(NamedTuple):
    """What is known of all who act and of every lease they speak of."""

    posts: Mapping[str, list[Post]]
    accounts: Mapping[str, str]
    scopes: Mapping[str, str]
    memory: Memory


class _Case(NamedTuple):
    """`unproven`: what is wrong with the evidence it brings."""

    entry: Entry
    context: Context
    kind: StationKind
    actor: Actor
    subject: Subject
    unproven: str


def require(session: Session, entry: Entry, command: Command, context: Context, kind: StationKind) -> None:
    """At a station nothing begins that is not allowed; money that moved is written down, and central judges.

    Raises NotAllowed with the code of the ruling.
    """
    if entry.money is Money.MOVED:
        return
    (ruling,) = rulings(session, entry, [(command, context)], kind, Memory(session, context.at))
    if ruling.verdict is not Verdict.ALLOWED:
        raise NotAllowed(ruling.code)


def rulings(
    session: Session,
    entry: Entry,
    asked: Sequence[tuple[Command, Context]],
    kind: StationKind,
    memory: Memory,
) -> list[Ruling]:
    """For each of these commands of one entry, all said by one station of that kind; each actor and lease is
    looked up once.
    """
    cases = [
        _Case(
            entry,
            context,
            kind,
            read_actor(context.actor),
            entry.about(session, command),
            entry.proof(session, command, memory) if entry.proof and memory.is_centrals else "",
        )
        for command, context in asked
    ]
    known = _known(session, cases, memory)
    return [_ruling(case, known) for case in cases]


def _ruling(case: _Case, known: _LookedUp) -> Ruling:
    station = _against_station(case)
    if station:
        return Ruling(Verdict.REFUSED, station)
    actor = _against_actor(case, known)
    if actor and not _is_in_the_drawer(case):
        return _not_allowed(case, actor)
    place = _against_place(case, known)
    if place is not None:
        return place
    if not case.subject.found and case.entry.money is Money.MOVED:
        return Ruling(Verdict.PARKED, SUBJECT_UNKNOWN)
    unproven = _against_proof(case, known)
    if actor and unproven.verdict is not Verdict.PARKED:
        return Ruling(Verdict.WARNED, actor)
    return unproven


def _against_proof(case: _Case, known: _LookedUp) -> Ruling:
    """Nobody decides alone about much money, and what no evidence proves waits for a person. But a card that
    is said to have paid at a counter, where somebody stood by, is booked with a warning.

    A kiosk stands alone: whoever carries it off could say the same of any sum. Until somebody decides, the
    charge stays in doubt, so that nobody pays it again.
    """
    decided = case.entry.money is Money.DECIDED
    if not case.unproven:
        two = decided and known.memory.takes_two(case.subject.amount_cents)
        return Ruling(Verdict.PARKED, SECOND_PERSON) if two else Ruling(Verdict.ALLOWED)
    stands_by = case.kind is StationKind.COUNTER and case.unproven == EVIDENCE_MISSING and not decided
    return Ruling(Verdict.WARNED if stands_by else Verdict.PARKED, case.unproven)


def _not_allowed(case: _Case, code: str) -> Ruling:
    """A charge for a tenant without account waits, since a card may have paid; all else is refused."""
    if code != ACCOUNT_MISSING or case.entry.money not in (Money.TAKEN, Money.MOVED):
        return Ruling(Verdict.REFUSED, code)
    return Ruling(Verdict.PARKED, code if case.subject.found else SUBJECT_UNKNOWN)


def _against_place(case: _Case, known: _LookedUp) -> Ruling | None:
    """Money on a lease that never was here waits for a person; what follows its lease may come late."""
    about, here = case.subject, case.context.agency_id
    if about.agency_id not in ("", here):
        return Ruling(Verdict.REFUSED, ELSEWHERE)
    if known.scopes.get(about.lease_id, here) == here:
        return None
    moved = known.memory.was_here(about.lease_id)
    if not moved and case.entry.money is not Money.NONE:
        return Ruling(Verdict.PARKED, ELSEWHERE)
    follows = moved and case.entry.follows_its_lease
    return None if follows else Ruling(Verdict.REFUSED, ELSEWHERE)


def _is_in_the_drawer(case: _Case) -> bool:
    """Whether it is money that a counter took: it is there, whoever took it."""
    return case.kind is StationKind.COUNTER and case.entry.money in (Money.TAKEN, Money.MOVED)


def _against_station(case: _Case) -> str:
    """A kiosk never speaks as staff; each command comes from its kinds of station, or its own one."""
    if case.kind is StationKind.KIOSK and case.actor.kind == STAFF:
        return "counter_only"
    if case.kind not in case.entry.stations:
        return "counter_only" if StationKind.COUNTER in case.entry.stations else "kiosk_only"
    if case.subject.device_id not in ("", case.context.device_id):
        return "not_this_device"
    return ""


def _against_actor(case: _Case, known: _LookedUp) -> str:
    kind, name = case.actor
    by = case.entry.by
    if kind == STAFF:
        return _against_member(case, known)
    if kind == Who.TENANT.value and Who.TENANT in by:
        return _against_tenant(case, known)
    if kind == Who.DEVICE.value and Who.DEVICE in by:
        return "" if name == case.context.device_id else "not_this_device"
    return "staff_only" if by.isdisjoint(Who) else "actor_not_allowed"


def _against_member(case: _Case, known: _LookedUp) -> str:
    """Judged as of when it was done, as far as it is heard of in time."""
    of_theirs = known.posts.get(case.actor.name, ())
    held = [post for post in of_theirs if known.memory.held(post, case.context.at)]
    if not held:
        return "staff_unknown"
    roles = {post.role for post in held if post.agency_id == case.context.agency_id}
    if not roles:
        return "staff_of_another_agency"
    return "role_missing" if roles.isdisjoint(case.entry.by) else ""


def _against_tenant(case: _Case, known: _LookedUp) -> str:
    own, about = case.actor.name, case.subject.lease_id
    if about not in ("", own):
        return "not_your_lease"
    scope = known.accounts.get(own)
    here = scope == case.context.agency_id or (scope is not None and known.memory.was_here(own))
    return "" if here else ACCOUNT_MISSING


def _known(session: Session, cases: Sequence[_Case], memory: Memory) -> _LookedUp:
    staff = {case.actor.name for case in cases if case.actor.kind == STAFF}
    tenants = {case.actor.name for case in cases if case.actor.kind == Who.TENANT.value}
    leases = {case.subject.lease_id for case in cases if case.subject.lease_id}
    accounts = session.connection().execute(_ACCOUNTS, {"leases": list(tenants)}) if tenants else ()
    return _LookedUp(
        memory.posts(staff) if staff else {},
        {lease: scope for lease, scope in accounts},
        scopes_of(session, leases) if leases else {},
        memory,
    )
