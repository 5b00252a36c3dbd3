"""The readers of histories are tested: each names the crime that is planted in a clean history for it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.chaos import checkers
from tests.chaos.history import Invoked, Looked, Refused, Told
from tests.chaos.truth import Paid, Truth

EPOCH = "epoch"
LEASE = "14270000030"


def clean() -> Truth:
    """Two payments told, one refused, one of which nobody was told; looks in between; all as it should be."""
    numbers = ("AG02-C01-000001", "AG02-C01-000002", "AG02-C01-000003")
    paid = [
        Paid(f"west-{op}", f"row {op}", LEASE, 10 * op, number, ver, "west", "cash")
        for op, number, ver in zip((1, 2, 4), numbers, (5, 6, 8), strict=True)
    ]
    west = [
        Invoked(1, "cash", LEASE, 10),
        Told(1, "row 1", numbers[0]),
        Looked(LEASE, EPOCH, 4, 0, 0, ()),
        Invoked(2, "cash", LEASE, 20),
        Told(2, "row 2", numbers[1]),
        Looked(LEASE, EPOCH, 6, 2, 30, ()),
        Invoked(3, "cash", LEASE, 30),
        Refused(3, "cash_cap"),
        Invoked(4, "cash", LEASE, 40),
        Looked(LEASE, EPOCH, 8, 3, 70, ()),
        Invoked(5, "request", LEASE),
        Told(5, "request 5"),
    ]
    return Truth(
        histories={"west": list(west)},
        paid=paid,
        others={"west-5": ["request 5"]},
        ledger={LEASE: 70},
        epochs={"AG02": EPOCH},
        versions=[("AG02", 4, 5), ("global", 0, 1), ("AG02", 5, 6), ("AG02", 6, 7), ("AG02", 7, 8)],
        outcomes={"west": [(1, 0, 0), (2, 2, 2)]},
        differences={"west": []},
        drawers={"west": ({"cash": 70}, {"cash": 70})},
        photos=[("abcdef", True, True)],
    )


def lose_a_payment(truth: Truth) -> None:
    truth.paid = [paid for paid in truth.paid if paid.tag != "west-1"]


def double_a_payment(truth: Truth) -> None:
    truth.paid.append(replace(truth.paid[0], row="row 1 again", number="AG02-C01-000004"))


def double_what_nobody_was_told(truth: Truth) -> None:
    truth.paid.append(replace(truth.paid[2], row="row 4 again", number="AG02-C01-000004"))


def change_an_amount(truth: Truth) -> None:
    truth.paid[0] = replace(truth.paid[0], cents=11)


def keep_what_was_refused(truth: Truth) -> None:
    truth.paid.append(Paid("west-3", "row 3", LEASE, 30, "AG02-C01-000004", 9))


def invent_a_payment(truth: Truth) -> None:
    truth.paid.append(Paid("west-99", "row 99", LEASE, 30, "AG02-C01-000004", 9))


def lose_a_request(truth: Truth) -> None:
    truth.others.clear()


def reject_a_payment_afterwards(truth: Truth) -> None:
    lose_a_payment(truth)
    truth.rejected.add("row 1")


def keep_a_rejected_request(truth: Truth) -> None:
    truth.rejected.add("request 5")


def skip_a_receipt_number(truth: Truth) -> None:
    truth.paid[2] = replace(truth.paid[2], number="AG02-C01-000004")


def give_a_receipt_number_twice(truth: Truth) -> None:
    truth.paid[2] = replace(truth.paid[2], number="AG02-C01-000002")


def read_an_older_picture(truth: Truth) -> None:
    truth.histories["west"].append(Looked(LEASE, EPOCH, 5, 1, 10, ()))


def read_with_a_cursor_before_its_rows(truth: Truth) -> None:
    truth.histories["west"][5] = Looked(LEASE, EPOCH, 6, 1, 10, ())


def read_rows_from_the_future(truth: Truth) -> None:
    truth.histories["west"][2] = Looked(LEASE, EPOCH, 4, 1, 10, ())


def hide_what_was_told(truth: Truth) -> None:
    truth.histories["west"].append(Looked(LEASE, EPOCH, 8, 3, 70, ("row 1",)))


def book_another_amount(truth: Truth) -> None:
    truth.ledger[LEASE] = 69


def empty_a_drawer(truth: Truth) -> None:
    truth.drawers["west"] = ({"cash": 70}, {"cash": 60})


def leave_a_version_out(truth: Truth) -> None:
    truth.versions[-1] = ("AG02", 7, 9)


def give_a_version_twice(truth: Truth) -> None:
    truth.versions.append(("AG02", 7, 8))


def leave_a_unit_open(truth: Truth) -> None:
    truth.open_units = 1


def let_a_cache_differ(truth: Truth) -> None:
    truth.differences["west"] = ["payment: 1 too many"]


def tell_another_outcome(truth: Truth) -> None:
    truth.outcomes["west"].append((3, 0, 3))


def lose_a_photo(truth: Truth) -> None:
    truth.photos.append(("012345", True, False))


CRIMES: dict[Callable[[Truth], None], checkers.Checker] = {
    lose_a_payment: checkers.exactly_once,
    double_a_payment: checkers.exactly_once,
    double_what_nobody_was_told: checkers.exactly_once,
    change_an_amount: checkers.exactly_once,
    keep_what_was_refused: checkers.exactly_once,
    invent_a_payment: checkers.exactly_once,
    lose_a_request: checkers.exactly_once,
    reject_a_payment_afterwards: checkers.exactly_once,
    keep_a_rejected_request: checkers.exactly_once,
    skip_a_receipt_number: checkers.receipts_without_gap,
    give_a_receipt_number_twice: checkers.receipts_without_gap,
    read_an_older_picture: checkers.reads_are_monotonic,
    read_with_a_cursor_before_its_rows: checkers.reads_fit_central,
    read_rows_from_the_future: checkers.reads_fit_central,
    hide_what_was_told: checkers.own_writes_are_read,
    book_another_amount: checkers.money_is_conserved,
    empty_a_drawer: checkers.money_is_conserved,
    leave_a_version_out: checkers.versions_without_gap,
    give_a_version_twice: checkers.versions_without_gap,
    leave_a_unit_open: checkers.versions_without_gap,
    let_a_cache_differ: checkers.everybody_agrees,
    tell_another_outcome: checkers.everybody_agrees,
    lose_a_photo: checkers.everybody_agrees,
}


def test_a_clean_history_is_clean() -> None:
    assert checkers.complaints(clean()) == []


@pytest.mark.parametrize("crime", CRIMES, ids=lambda crime: crime.__name__)
def test_the_crime_is_named(crime: Callable[[Truth], None]) -> None:
    truth = clean()
    crime(truth)
    assert list(CRIMES[crime](truth)) != []


def test_each_checker_has_its_crime() -> None:
    assert set(checkers.CHECKERS) == set(CRIMES.values())
