"""Taking money at the counter: what is refused, what is booked, and that no cent is lost or doubled."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.errors import Invalid, Refused
from desktop.models.everything import Entity
from desktop.rules.means import Means
from desktop.services.command import Status
from desktop.services.payments.payments import TakePayment, quote
from tests.unit.services.conftest import Place
from tests.unit.services.rows import AGENCY, LEASE, NOW, entry, lease

OWED = 2 * 515_05
TABLES = ("payment", "payment_allocation", "ledger_entry", "receipt")


def cash(cents: int, **said: object) -> TakePayment:
    fields = {"lease_id": LEASE, "means": "cash", "amount_cents": cents, "balance_seen_cents": OWED} | said
    return TakePayment(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (cash(0), "amount_not_positive"),
        (cash(-1), "amount_not_positive"),
        (cash(100_000_01), "amount_too_big"),
        (cash(OWED + 1), "more_than_owed"),
        (cash(500, tendered_cents=499), "tendered_too_little"),
        (cash(500, tendered_cents=0), "tendered_too_little"),
        (cash(500, means="cheque"), "cheque_number_missing"),
        (cash(500, means="cheque", cheque_number="  "), "cheque_number_missing"),
        (cash(500, means="card"), "means_unknown"),
        (cash(500, balance_seen_cents=OWED - 1), "balance_changed"),
        (cash(500, lease_id="99999999999"), "lease_unknown"),
    ],
)
def test_a_payment_that_cannot_be_is_refused_and_leaves_no_row(
    station: Place, command: TakePayment, code: str
) -> None:
    before = station.rows(*TABLES)
    with pytest.raises(Refused) as refusal:
        station.perform(command)
    assert refusal.value.code == code
    assert station.rows(*TABLES) == before


def test_a_payment_settles_the_oldest_term_first(station: Place) -> None:
    done = station.perform(cash(600_00, tendered_cents=620_00))
    rows = station.rows(*TABLES)
    parts = {row["period"]: (row["amount_cents"], row["stated"]) for row in rows["payment_allocation"]}
    assert parts == {"2026-10": (515_05, False), "2026-11": (84_95, False)}
    assert done.result is not None
    assert done.result["change_cents"] == 20_00
    assert done.result["balance_cents"] == OWED - 600_00
    assert done.result["number"] == "AG01-C01-000007"
    assert done.result["kind"] == "payment_receipt"


def test_a_payment_settles_the_term_the_tenant_named(station: Place) -> None:
    station.perform(cash(515_05, periods=("2026-11",)))
    rows = station.rows("payment_allocation")["payment_allocation"]
    assert [(row["period"], row["amount_cents"], row["stated"]) for row in rows] == [
        ("2026-11", 515_05, True)
    ]
    preview = station.ask(quote, LEASE, 515_05, (), Means.CASH, NOW)
    assert preview.parts == (("2026-10", 515_05),)


def test_the_ledger_line_reads_like_the_landlords_own(station: Place) -> None:
    done = station.perform(cash(500))
    assert done.result is not None
    lines = station.rows("ledger_entry")["ledger_entry"]
    (line,) = [row for row in lines if row["payment_id"] == done.result["payment_id"]]
    assert line["id"] == line["payment_id"]
    assert (line["operation"], line["label"]) == ("REGLT", "Paiement en espèces")
    assert (line["debit_cents"], line["credit_cents"]) == (0, 500)
    assert (line["period"], line["scope"]) == ("2026-11", AGENCY)


def test_a_payment_late_in_the_evening_bears_the_local_day(station: Place) -> None:
    station.perform(cash(500), at=datetime(2026, 11, 30, 23, 30, tzinfo=UTC))
    lines = [row for row in station.rows("ledger_entry")["ledger_entry"] if row["payment_id"]]
    assert [(str(row["posted_on"]), row["period"]) for row in lines] == [("2026-12-01", "2026-12")]


def test_a_cheque_gives_a_receipt_with_a_reserve(station: Place) -> None:
    command = cash(500, means="cheque", cheque_number="0012 345", cheque_bank="La Banque Postale")
    done = station.perform(command)
    assert done.result is not None
    assert done.result["kind"] == "payment_receipt_uncleared"
    assert station.rows("payment")["payment"][0]["reference"] == "0012345 La Banque Postale"


def test_cash_beyond_the_cap_on_one_debt_is_refused_even_in_two_visits(station: Place) -> None:
    station.add(entry(90, "2026-10-15", "REGUL", 700_00))
    owed = OWED + 700_00
    first = cash(900_00, periods=("2026-10",), balance_seen_cents=owed)
    station.perform(first)
    second = cash(200_00, periods=("2026-10",), balance_seen_cents=owed - 900_00)
    with pytest.raises(Refused) as refusal:
        station.perform(second)
    assert refusal.value.code == "cash_cap"
    assert refusal.value.facts["left_cents"] == 100_00
    preview = station.ask(quote, LEASE, 200_00, ("2026-10",), Means.CASH, NOW)
    assert preview.objections == ("cash_cap",)
    assert preview.cash_room_cents == 100_00


def test_the_cap_counts_each_term_apart(station: Place) -> None:
    assert station.perform(cash(1_000_01)).status is Status.APPLIED


def test_the_cap_does_not_concern_cheques(station: Place) -> None:
    station.add(entry(90, "2026-10-15", "REGUL", 700_00))
    command = cash(
        1_200_00,
        means="cheque",
        cheque_number="1",
        periods=("2026-10",),
        balance_seen_cents=OWED + 700_00,
    )
    assert station.perform(command).status is Status.APPLIED


def test_cash_that_a_term_used_up_no_longer_counts_as_credit(station: Place) -> None:
    station.perform(cash(OWED))
    station.perform(cash(900_00, balance_seen_cents=0, accept_credit=True))
    station.add(entry(90, "2026-12-01", "LOYER", 900_00))
    later = datetime(2026, 12, 20, tzinfo=UTC)
    done = station.perform(cash(500_00, balance_seen_cents=0, accept_credit=True), at=later)
    assert done.result is not None
    assert done.result["credit_cents"] == 500_00


def test_more_than_owed_is_credit_once_the_tenant_agrees(station: Place) -> None:
    done = station.perform(cash(OWED + 20_00, accept_credit=True))
    assert done.result is not None
    assert done.result["credit_cents"] == 20_00
    assert done.result["balance_cents"] == -20_00


def test_the_preview_is_what_happens(station: Place) -> None:
    preview = station.ask(quote, LEASE, 600_00, ("2026-11",), Means.CASH, NOW)
    station.perform(cash(600_00, periods=("2026-11",)))
    rows = station.rows("payment_allocation")["payment_allocation"]
    assert dict(preview.parts) == {row["period"]: row["amount_cents"] for row in rows}
    assert preview.balance_after == station.ask(quote, LEASE, 1, (), Means.CASH, NOW).balance_before


@pytest.mark.parametrize(
    ("cents", "objections"),
    [
        (0, ("amount_not_positive",)),
        (100_000_01, ("amount_too_big",)),
        (OWED, ()),
        (OWED + 1, ("more_than_owed",)),
    ],
)
def test_the_preview_names_what_stands_against_the_amount(
    station: Place, cents: int, objections: tuple[str, ...]
) -> None:
    assert station.ask(quote, LEASE, cents, (), Means.CHEQUE, NOW).objections == objections


def test_the_preview_of_an_unknown_lease_is_refused(station: Place) -> None:
    with pytest.raises(Refused, match="lease_unknown"):
        station.ask(quote, "0", 1, (), Means.CASH, NOW)


def test_the_same_command_again_makes_no_second_payment(station: Place) -> None:
    key = uuid4()
    first = station.perform(cash(500), key=key)
    before = station.rows()
    again = station.perform(cash(500), key=key, receipt_no=8)
    assert again.status is Status.NOOP
    assert again.result == first.result
    assert station.rows() == before


def test_station_and_central_make_the_same_rows(station: Place, central: Place) -> None:
    commands = [
        cash(300_00, tendered_cents=300_00),
        cash(115_00, means="cheque", cheque_number="77", balance_seen_cents=OWED - 300_00),
    ]
    for command in commands:
        key = uuid4()
        assert station.perform(command, key=key).result == central.perform(command, key=key).result
    here, there = station.rows(), central.rows()
    confirmed = [row.pop("canonical") for row in there["receipt"]]
    assert sorted(confirmed) == ["AG01-2026-000001", "AG01-2026-000002"]
    assert [row.pop("canonical") for row in here["receipt"]] == [None, None]
    assert here == there


@pytest.mark.parametrize(
    ("command", "rows", "warning"),
    [
        (cash(OWED + 5_00, balance_seen_cents=OWED + 5_00), (), "more_than_owed"),
        (
            cash(1_100_00, periods=("2026-10",), balance_seen_cents=OWED + 700_00),
            (entry(90, "2026-10-15", "REGUL", 700_00),),
            "cash_cap",
        ),
        (cash(500, lease_id="99999999999"), (), "lease_unknown"),
        (
            cash(500, lease_id="55", balance_seen_cents=0, accept_credit=True),
            (lease("55", scope="AG02"),),
            "lease_of_another_agency",
        ),
    ],
)
def test_central_keeps_what_is_already_in_the_drawer_and_warns(
    central: Place, command: TakePayment, rows: tuple[Entity, ...], warning: str
) -> None:
    central.add(*rows)
    done = central.perform(command)
    assert (done.status, done.warning) == (Status.APPLIED_WITH_WARNING, warning)
    assert [row["amount_cents"] for row in central.rows("payment")["payment"]] == [command.amount_cents]


def test_the_rows_of_a_lease_that_moved_follow_it_to_its_agency(central: Place) -> None:
    central.add(lease("55", scope="AG02"))
    central.perform(cash(500, lease_id="55", accept_credit=True))
    rows = central.rows("payment", "ledger_entry", "receipt")
    assert {row["scope"] for row in rows["payment"] + rows["receipt"]} == {"AG02"}
    assert rows["receipt"][0]["canonical"] == "AG02-2026-000001"


@pytest.mark.parametrize(
    "command", [cash(0), cash(-5), cash(5, means="gold"), cash(5, tendered_cents=4)], ids=str
)
def test_central_refuses_what_no_honest_station_sends(central: Place, command: TakePayment) -> None:
    with pytest.raises(Invalid):
        central.perform(command)
    assert central.rows("payment")["payment"] == []


amounts = st.integers(1, 900_00)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    paid=st.lists(st.tuples(amounts, st.sampled_from(((), ("2026-10",), ("2026-11", "2026-09")))), max_size=4)
)
def test_no_cent_is_lost_or_made(central: Place, paid: list[tuple[int, tuple[str, ...]]]) -> None:
    before = central.rows(*TABLES)
    owed = sum(row["debit_cents"] - row["credit_cents"] for row in before["ledger_entry"])
    for cents, periods in paid:
        done = central.perform(cash(cents, periods=periods, accept_credit=True))
        assert done.result is not None
        rows = central.rows(*TABLES)
        allocated = sum(
            row["amount_cents"]
            for row in rows["payment_allocation"]
            if row["payment_id"] == done.result["payment_id"]
        )
        assert allocated + done.result["credit_cents"] == cents
        preview = central.ask(quote, LEASE, 1, (), Means.CHEQUE, NOW)
        owed -= cents
        assert preview.balance_before == owed
