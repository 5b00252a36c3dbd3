"""What central can never keep is refused at the station, before anything happens."""

from datetime import date

import msgspec
import pytest

from desktop.central.commands import parked
from desktop.errors import Refused
from desktop.services.access.activation import ActivateAccount
from desktop.services.command import Command
from desktop.services.payments.card_charges import SettleCharge, StartCharge
from desktop.services.payments.payments import TakePayment
from desktop.services.requests.photos import JPEG, Photo
from desktop.services.requests.requests import MAX_PHOTOS, MAX_TEXT, AnswerRequest, OpenRequest
from tests.hashes import hash_like
from tests.sync.fleet import Fleet, Member
from tests.sync.visits import CLAIRE, ROWS, a_lease, balance, itself, report_fault, rows


def cheque(member: Member, bank: str) -> TakePayment:
    """A cheque of that bank, more than is owed or not."""
    lease = a_lease(member.station)
    return TakePayment(
        lease_id=lease,
        means="cheque",
        amount_cents=1_000,
        balance_seen_cents=balance(member.station, lease),
        accept_credit=True,
        cheque_number="7",
        cheque_bank=bank,
    )


def refused(member: Member, command: Command, actor: str = CLAIRE) -> str:
    """The code with which the station refuses; nothing at all may have happened."""
    journal, before = member.station.journal, {table: rows(member.station, table) for table in ROWS}
    head, receipts = journal.head, journal.next_receipt()
    with pytest.raises(Refused) as refusal:
        member.station.perform(command, actor)
    assert {table: rows(member.station, table) for table in ROWS} == before
    assert (journal.head, journal.next_receipt()) == (head, receipts)
    return refusal.value.code


@pytest.mark.parametrize(
    "bank",
    ["Ban\0que", "B" * 70_000, "Banque \ud83d"],
    ids=["with a NUL", "longer than a command may be", "with half a sign"],
)
def test_a_text_that_central_cannot_keep_is_refused(fleet: Fleet, bank: str) -> None:
    west = fleet.members["west"]
    assert refused(west, cheque(west, bank)) == "not_storable"


@pytest.mark.parametrize("cents", [2**63, 2**70])
def test_a_number_beyond_64_bits_is_refused(fleet: Fleet, cents: int) -> None:
    west = fleet.members["west"]
    command = msgspec.structs.replace(cheque(west, "Banque"), amount_cents=cents)
    assert refused(west, command) == "not_storable"


def test_a_text_longer_than_its_column_is_refused(fleet: Fleet) -> None:
    west = fleet.members["west"]
    photo = Photo(sha256="0" * 65, size=1, media_type=JPEG)
    command = OpenRequest(
        lease_id=a_lease(west.station), category="lift", place="", description="En panne.", photos=(photo,)
    )
    assert refused(west, command) == "not_storable"


def test_an_actor_that_no_record_keeps_is_refused(fleet: Fleet) -> None:
    west = fleet.members["west"]
    assert refused(west, cheque(west, "Banque"), "staff:cl\0aire") == "not_storable"


def test_the_longest_words_that_screens_take_are_no_trouble(fleet: Fleet) -> None:
    kiosk = fleet.members["kiosk"]
    lease = a_lease(kiosk.station)
    photos = tuple(Photo(sha256=f"{n:064x}", size=1, media_type=JPEG) for n in range(MAX_PHOTOS))
    words = "\N{GRINNING FACE}" * MAX_TEXT
    command = OpenRequest(lease_id=lease, category="plumbing", place=words, description=words, photos=photos)
    assert kiosk.station.perform(command, f"tenant:{lease}").result
    west = fleet.members["west"]
    request = report_fault(west.station, a_lease(west.station))
    west.station.perform(AnswerRequest(request_id=request, text=words, close=False), CLAIRE)
    for member in (kiosk, west):
        member.station.exchange()
    assert fleet.at_central("SELECT count(*) FROM command WHERE status <> 0") == [(0,)]


def test_central_is_not_even_asked_for_what_it_cannot_keep(fleet: Fleet) -> None:
    kiosk = fleet.members["kiosk"]
    command = ActivateAccount(
        lease_number="17580000012",
        code="ABCD",
        birth_date=date(1950, 1, 1),
        password_hash=hash_like(),
        email="a\0@b.fr",
    )
    kiosk.way.weather[:] = ["lost_request"]
    with pytest.raises(Refused) as refusal:
        kiosk.station.perform_at_central(command, itself(kiosk.station))
    assert refusal.value.code == "not_storable"


def test_money_that_moved_at_the_terminal_is_written_down_whatever_it_says(fleet: Fleet) -> None:
    kiosk = fleet.members["kiosk"].station
    lease = a_lease(kiosk)
    start = StartCharge(
        lease_id=lease, amount_cents=500, balance_seen_cents=balance(kiosk, lease), accept_credit=True
    )
    charge = (kiosk.perform(start, f"tenant:{lease}").result or {})["charge_id"]
    said = SettleCharge(
        charge_id=charge,
        outcome="approved",
        detail="\0" * 9,
        authorisation="A\0" * 99_999,
        card_last4="\ud83d",
    )
    assert kiosk.perform(said, f"tenant:{lease}").result
    kiosk.exchange()
    (waits,) = parked.listed(fleet.central.store)
    assert (waits.kind, waits.reason) == ("charge.settle", "evidence_missing")
    parked.replay(fleet.central.store, waits.key, "Denise", fleet.central.clock())
    kept = fleet.at_central("SELECT state, authorisation, card_last4 FROM card_charge")
    assert kept == [("approved", "A" * 500, "?")]
