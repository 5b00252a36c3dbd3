"""Activating an account: one answer for everything that does not match, and a code that opens once."""

from datetime import date, datetime, timedelta

import pytest

from desktop.errors import Invalid, NotAllowed
from desktop.security import codes
from desktop.security.passwords import check_password, hash_password
from desktop.services.access.accounts import check_sign_in
from desktop.services.access.activation import (
    ActivateAccount,
    judge_code,
    rows_of_lease,
)
from desktop.services.command import Status
from desktop.services.payments.card_charges import StartCharge
from desktop.services.payments.payments import TakePayment
from desktop.services.requests.requests import OpenRequest
from tests.unit.services.conftest import Place
from tests.unit.services.letters import CODE, PASSWORD, letter, reissue, typed
from tests.unit.services.rows import LEASE, NOW, OTHER_LEASE, dwelling, entry, lease, tenant


def test_the_letter_opens_the_account(office: Place) -> None:
    done = office.perform(
        typed(lease_number="175 8000 0012", code="2x38a zegb7", email=" a@b.example ", language="ar")
    )
    assert done.result == {"account": LEASE}
    (account,) = office.rows("tenant_account")["tenant_account"]
    assert (account["tenant_id"], account["email"], account["language"]) == ("L000001", "a@b.example", "ar")
    assert office.rows("activation_code")["activation_code"][0]["used_at"] == NOW
    signed = office.ask(check_sign_in, LEASE, PASSWORD, NOW)
    assert signed.outcome == "ok"
    assert (signed.account.first_name, signed.account.last_name) == ("Diane", "EL AMRANI")


def test_the_co_holder_opens_it_in_the_own_name(office: Place) -> None:
    office.perform(typed(birth_date=date(1977, 1, 2)))
    assert office.rows("tenant_account")["tenant_account"][0]["tenant_id"] == "L000001B"


@pytest.mark.parametrize(
    "command",
    [
        typed(code="2X38AZEGB8"),
        typed(birth_date=date(1979, 6, 16)),
        typed(lease_number="99999999999"),
        typed(lease_number=OTHER_LEASE),
    ],
    ids=["code", "birth date", "no such lease", "lease without code"],
)
def test_whatever_is_wrong_the_answer_is_the_same_and_is_counted(
    office: Place, command: ActivateAccount
) -> None:
    office.add(lease(OTHER_LEASE))
    assert office.perform(command).result == {"refused": "activation_mismatch", "wait_seconds": 0}
    (attempt,) = office.rows("attempt")["attempt"]
    assert (attempt["id"], attempt["failures"]) == (f"activation:{command.lease_number}", 1)
    assert office.rows("tenant_account")["tenant_account"] == []


@pytest.mark.parametrize("number", [LEASE, "99999999999"])
def test_failures_cost_more_and_more_time_then_lock_known_and_unknown_alike(
    office: Place, number: str
) -> None:
    waits = []
    at = NOW
    for _ in range(10):
        done = office.perform(typed(lease_number=number, code="2X38AZEGB8"), at=at)
        assert done.result is not None
        assert done.result["refused"] == "activation_mismatch"
        waits.append(done.result["wait_seconds"])
        at += timedelta(seconds=waits[-1])
    assert waits[:2] == [0, 0]
    assert waits[2:9] == sorted(waits[2:9])
    assert waits[4] >= 60
    locked = office.perform(typed(lease_number=number), at=at - timedelta(seconds=1))
    assert locked.result == {"refused": "activation_locked", "wait_seconds": 1}
    elsewhere = office.perform(typed(lease_number=number), at=at - timedelta(hours=1), device_id="kiosk-9")
    known = number == LEASE
    assert (elsewhere.result == {"account": LEASE}) is known


@pytest.mark.parametrize("number", [LEASE, "99999999999"])
def test_after_twenty_five_failures_of_a_day_in_whatever_agencies_the_code_alone_no_longer_suffices(
    office: Place, number: str
) -> None:
    for each in range(25):
        agency = f"AG0{1 + each % 3}"
        wrong = typed(lease_number=number, code="2X38AZEGB8")
        office.perform(wrong, agency_id=agency, device_id=f"kiosk-{agency}-{each}")
    locked = office.perform(typed(lease_number=number), device_id="kiosk-1")
    assert locked.result == {"refused": "activation_locked", "wait_seconds": 24 * 3600}
    later = office.perform(typed(lease_number=number), device_id="kiosk-1", at=NOW + timedelta(hours=24))
    known = number == LEASE
    assert later.result == (
        {"refused": "activation_code_expired", "wait_seconds": 0}
        if known
        else {"refused": "activation_mismatch", "wait_seconds": 0}
    )


def test_a_new_code_of_the_counter_opens_what_was_tried_too_often_in_another_agency(office: Place) -> None:
    for each in range(25):
        office.perform(typed(code="2X38AZEGB8"), agency_id="AG02", device_id=f"kiosk-{each}")
    assert office.perform(typed()).result == {"refused": "activation_locked", "wait_seconds": 24 * 3600}
    office.perform(reissue(), at=NOW + timedelta(seconds=1))
    done = office.perform(typed(code="ABCDEFGHJK"), at=NOW + timedelta(seconds=2))
    assert done.result == {"account": LEASE}


def test_too_soon_is_not_even_looked_at(office: Place) -> None:
    for _ in range(3):
        office.perform(typed(code="2X38AZEGB8"))
    done = office.perform(typed(), at=NOW + timedelta(seconds=1))
    assert done.result == {"refused": "activation_mismatch", "wait_seconds": 19}
    assert office.rows("attempt")["attempt"][0]["failures"] == 3
    assert office.perform(typed(), at=NOW + timedelta(seconds=20)).result == {"account": LEASE}


def test_a_code_opens_once_and_not_for_ever(office: Place) -> None:
    late = office.perform(typed(), at=NOW + timedelta(days=1))
    assert late.result == {"refused": "activation_code_expired", "wait_seconds": 0}
    wrong = office.perform(typed(birth_date=date(2000, 1, 1)), at=NOW + timedelta(days=1))
    assert wrong.result == {"refused": "activation_mismatch", "wait_seconds": 0}
    office.perform(typed())
    again = office.perform(typed(password_hash=hash_password("Un-Autre-Mot-2026")))
    assert again.result == {"refused": "activation_code_used", "wait_seconds": 0}


def test_the_same_activation_again_is_answered_again(office: Place) -> None:
    office.perform(typed())
    before = office.rows()
    again = office.perform(typed())
    assert (again.status, again.result) == (Status.NOOP, {"account": LEASE})
    assert office.rows() == before


@pytest.mark.parametrize("used_at", [None, NOW])
def test_a_right_code_at_the_wrong_agency_is_a_wrong_one(office: Place, used_at: datetime | None) -> None:
    assert office.pepper is not None
    there = letter(office.pepper, OTHER_LEASE, scope="AG02", used_at=used_at)
    office.add(lease(OTHER_LEASE, scope="AG02"), there, tenant(scope="AG02"))
    for code in (CODE, "2X38AZEGB8"):
        told = office.perform(typed(lease_number=OTHER_LEASE, code=code))
        assert told.result == {"refused": "activation_mismatch", "wait_seconds": 0}
    (attempt,) = office.rows("attempt")["attempt"]
    assert attempt["failures"] == 2


@pytest.mark.parametrize("number", [LEASE, OTHER_LEASE, "99999999999"], ids=["letter", "counter", "unknown"])
def test_each_guess_is_one_hash_of_work_whatever_stands_behind_it(
    office: Place, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    office.add(lease(OTHER_LEASE))
    office.perform(reissue(lease_id=OTHER_LEASE))
    checked: list[str | None] = []

    def counting(kept: str | None, password: str) -> bool:
        checked.append(kept)
        return check_password(kept, password)

    monkeypatch.setattr(codes, "check_password", counting)
    assert office.pepper is not None
    judged = office.ask(judge_code, typed(lease_number=number, code="2X38AZEGB8"), office.pepper)
    assert (judged.right, len(checked)) == (False, 1)


def test_what_was_judged_before_the_lock_holds_until_another_code_is_given(office: Place) -> None:
    assert office.pepper is not None
    judged = office.ask(judge_code, typed(), office.pepper)
    assert judged.right
    office.perform(reissue())
    late = office.perform(typed(), judged=judged)
    assert late.result == {"refused": "activation_mismatch", "wait_seconds": 0}
    (again,) = office.rows("activation_code")["activation_code"]
    assert again["used_at"] is None


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (typed(lease_number="12"), "lease_number_malformed"),
        (typed(code="2X38AZEGBO"), "code_impossible_character"),
        (typed(code="2X38"), "code_wrong_length"),
        (typed(password_hash=PASSWORD), "not_a_hash"),
    ],
)
def test_what_cannot_be_right_is_no_attempt(office: Place, command: ActivateAccount, code: str) -> None:
    with pytest.raises(Invalid, match=code):
        office.perform(command)
    assert office.rows("attempt")["attempt"] == []


def test_a_station_cannot_activate(station: Place) -> None:
    with pytest.raises(NotAllowed, match="central_only"):
        station.perform(typed())


def test_a_kiosk_receives_everything_of_the_lease_and_nothing_else(office: Place) -> None:
    office.add(
        lease(OTHER_LEASE),
        dwelling("elsewhere"),
        tenant("L000777"),
        entry(700, "2026-11-01", "LOYER", 1, OTHER_LEASE),
    )
    office.perform(typed())
    office.perform(TakePayment(lease_id=LEASE, means="cash", amount_cents=100, balance_seen_cents=0))
    office.perform(StartCharge(lease_id=LEASE, amount_cents=100, balance_seen_cents=0))
    office.perform(OpenRequest(lease_id=LEASE, category="lift", place="hall", description="En panne"))
    rows = office.ask(lambda session: [(row.__tablename__, row.id) for row in rows_of_lease(session, LEASE)])
    assert {("lease", LEASE), ("tenant", "L000001"), ("tenant", "L000001B")} <= set(rows)
    assert {name for name, _ in rows} == {
        "lease",
        "dwelling",
        "tenant",
        "tenant_account",
        "ledger_entry",
        "payment",
        "payment_allocation",
        "receipt",
        "card_charge",
        "service_request",
        "request_event",
    }
    assert not {("lease", OTHER_LEASE), ("tenant", "L000777"), ("ledger_entry", "E000000700")} & set(rows)
    assert office.ask(rows_of_lease, "0") == []
