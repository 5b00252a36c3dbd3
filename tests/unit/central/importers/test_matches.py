"""What the desk took counts once, also after the accountant wrote it into the landlord's accounts."""

from datetime import date, timedelta

import pytest

from desktop.rules.receipt_gate import PaperKind
from desktop.services.ledger.ledger import ledger_of
from desktop.services.ledger.terms import decisions
from tests.unit.central.importers.desk import LABELS, Desk
from tests.unit.central.importers.night import Night

DAY = date(2026, 11, 23)
NEXT = DAY + timedelta(days=1)


def test_a_payment_that_came_back_counts_once(any_night: Night) -> None:
    desk = Desk(any_night)
    lease = desk.lease()
    before = desk.balance(lease)
    paid = desk.take(lease, 50_00, DAY)
    assert desk.balance(lease) == before - 50_00
    line = desk.post(lease, 50_00, NEXT, "Règlement agence")
    desk.night_after(NEXT)
    assert desk.balance(lease) == before - 50_00
    assert [each[:3] for each in desk.matches()] == [(paid.id, line, 50_00)]
    assert desk.ledger(lease).payment_ids[line] == paid.id


def test_the_same_night_again_writes_nothing(second_night: Night) -> None:
    desk = Desk(second_night)
    desk.take(desk.lease(), 50_00, DAY)
    desk.post(desk.lease(), 50_00, NEXT, "REGLT")
    desk.night_after(NEXT)
    versions = second_night.versions()
    desk.night_after(NEXT)
    assert second_night.versions() == versions


def test_a_payment_that_reaches_central_after_its_line_counts_once_from_the_next_night(
    second_night: Night,
) -> None:
    desk = Desk(second_night)
    lease = desk.lease()
    before = desk.balance(lease)
    desk.post(lease, 50_00, NEXT, "Règlement agence")
    desk.night_after(NEXT)
    desk.take(lease, 50_00, DAY)
    desk.night_after(NEXT)
    assert desk.balance(lease) == before - 50_00


@pytest.mark.parametrize(
    ("cents", "days", "label"),
    [(50_01, 1, "Règlement agence"), (50_00, 30, "Règlement agence"), (50_00, -3, "Règlement agence")],
)
def test_another_amount_or_another_time_is_another_payment(
    second_night: Night, cents: int, days: int, label: str
) -> None:
    desk = Desk(second_night)
    lease = desk.lease()
    before = desk.balance(lease)
    desk.take(lease, 50_00, DAY)
    desk.post(lease, cents, DAY + timedelta(days=days), label)
    desk.night_after(NEXT)
    assert desk.balance(lease) == before - 50_00 - cents
    assert desk.matches() == []


def test_each_line_is_one_payment_and_each_payment_one_line(second_night: Night) -> None:
    desk = Desk(second_night)
    lease = desk.lease()
    before = desk.balance(lease)
    for _ in range(2):
        desk.take(lease, 50_00, DAY)
    for count in range(1, 4):
        desk.post(lease, 50_00, NEXT, "Règlement agence")
        desk.night_after(NEXT)
        assert desk.balance(lease) == before - 50_00 * max(count, 2)
        assert len(desk.matches()) == min(count, 2)


def test_what_comes_with_the_reference_takes_the_place_of_a_guess(second_night: Night) -> None:
    desk = Desk(second_night)
    lease = desk.lease()
    before = desk.balance(lease)
    paid = desk.take(lease, 50_00, DAY)
    desk.post(lease, 50_00, NEXT, "Règlement agence")
    desk.night_after(NEXT)
    line = desk.post(lease, 50_00, NEXT, f"REGLT {paid.number}")
    desk.night_after(NEXT)
    assert [each[1] for each in desk.matches()] == [line]
    assert desk.balance(lease) == before - 100_00


def test_a_part_that_came_back_leaves_the_rest_to_our_own_line(second_night: Night) -> None:
    desk = Desk(second_night)
    lease = desk.lease()
    before = desk.balance(lease)
    paid = desk.take(lease, 50_00, DAY)
    for cents in (30_00, 20_00):
        desk.post(lease, cents, NEXT, f"REGLT {paid.number}")
        desk.night_after(NEXT)
        assert desk.balance(lease) == before - 50_00
    assert paid.id not in {line.id for line in desk.ledger(lease).lines}


@pytest.mark.parametrize(
    ("taken", "posted", "label"),
    [
        ((50_00,), (50_00,), "Virement reçu"),
        ((50_00,), (30_00, 20_00), "Règlement agence"),
        ((30_00, 20_00), (50_00,), "Remise du jour"),
    ],
)
def test_a_doubtful_pair_lowers_the_balance_once_and_gives_no_rent_receipt(
    second_night: Night, taken: tuple[int, ...], posted: tuple[int, ...], label: str
) -> None:
    desk = Desk(second_night)
    lease = desk.lease()
    before = desk.balance(lease)
    for cents in taken:
        desk.take(lease, cents, DAY)
    lines = {desk.post(lease, cents, NEXT, label) for cents in posted}
    desk.night_after(NEXT)
    assert desk.balance(lease) == before - 50_00
    assert desk.ledger(lease).doubtful == lines


def test_what_pays_a_term_for_sure_gives_its_rent_receipt_and_what_is_doubtful_does_not(
    second_night: Night,
) -> None:
    desk = Desk(second_night)
    lease = desk.lease()
    owed = desk.balance(lease)
    paid = desk.take(lease, owed, DAY)

    def last_paper() -> tuple[PaperKind, str]:
        with second_night.database.read() as session:
            known = ledger_of(session, lease)
            gate = decisions(session, known, DAY + timedelta(days=60))
        last = gate[max(gate)]
        return last.kind, last.reason_code

    desk.post(lease, owed, NEXT, "Virement")
    desk.night_after(NEXT)
    assert last_paper() == (PaperKind.PAYMENT_RECEIPT, "unproven")
    desk.night.edit(
        "ecritures.csv",
        len(desk.night.lines("ecritures.csv")) - 1,
        lambda line: line.replace("Virement", paid.number),
    )
    desk.night_after(NEXT)
    assert last_paper()[0] is PaperKind.RENT_RECEIPT


def test_the_term_a_payer_named_stays_paid_by_the_landlords_line_and_open_again_when_it_bounces(
    second_night: Night,
) -> None:
    desk = Desk(second_night)
    lease = desk.lease()
    latest = desk.ledger(lease).terms[-1]
    desk.take(lease, 50_00, DAY, "cheque", (latest.period,))

    def paid_of_latest() -> int:
        terms = {term.period: term.paid_cents for term in desk.ledger(lease).terms}
        return terms[latest.period] - latest.paid_cents

    assert paid_of_latest() == 50_00
    desk.post(lease, 50_00, NEXT, LABELS["cheque"])
    desk.night_after(NEXT)
    assert paid_of_latest() == 50_00
    before = desk.balance(lease)
    desk.post(lease, -50_00, NEXT + timedelta(days=8), "Chèque impayé")
    desk.night_after(NEXT)
    assert paid_of_latest() == 0
    assert desk.balance(lease) == before + 50_00


def test_what_was_written_on_the_garages_lease_counts_there_and_waits_for_a_person(
    second_night: Night,
) -> None:
    desk = Desk(second_night)
    home = desk.lease()
    garage = next(
        str(row[0])
        for row in second_night.query(
            "SELECT id FROM lease WHERE scope = ? AND id <> ? ORDER BY id", desk.scope(home), home
        )
    )
    _same_holder(second_night, home, garage)
    desk.night_after(DAY)
    before = desk.balance(home), desk.balance(garage)
    desk.take(home, 50_00, DAY)
    line = desk.post(garage, 50_00, NEXT, "Règlement agence")
    desk.night_after(NEXT)
    assert (desk.balance(home), desk.balance(garage)) == (before[0], before[1] - 50_00)
    assert desk.ledger(garage).doubtful == {line}
    versions = second_night.versions()
    desk.night_after(NEXT)
    assert second_night.versions() == versions


def _same_holder(night: Night, home: str, garage: str) -> None:
    """The garage is let to who lives in the home."""
    lines = night.lines("contrats.csv")
    holder = next(line.split(";")[2] for line in lines if line.startswith(f"{home};"))
    place = next(number for number, line in enumerate(lines) if line.startswith(f"{garage};"))
    night.set("contrats.csv", place, "code_locataire", holder)
