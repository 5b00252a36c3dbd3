"""Dated amounts, and the file that ships with the product."""

from datetime import date
from pathlib import Path

import pytest

import desktop.rules.parameters as rule
from desktop.errors import Invalid, Refused
from desktop.rules.parameters import Parameter, in_force, read_parameters

SHIPPED = Path(rule.__file__).parents[1] / "resources" / "parameters.toml"

CAPS = (
    Parameter("cash_cap_cents", date(2015, 9, 1), 100_000, "a decree"),
    Parameter("cash_cap_cents", date(2027, 1, 1), 80_000, "a later decree"),
    Parameter("other", date(2026, 1, 1), 1, "a choice"),
)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2015, 9, 1), 100_000),
        (date(2026, 12, 31), 100_000),
        (date(2027, 1, 1), 80_000),
        (date(2040, 1, 1), 80_000),
    ],
)
def test_the_latest_value_that_already_holds_is_in_force(day: date, value: int) -> None:
    assert in_force(CAPS, "cash_cap_cents", day) == value
    assert in_force(reversed(CAPS), "cash_cap_cents", day) == value


@pytest.mark.parametrize(
    ("key", "day"), [("cash_cap_cents", date(2015, 8, 31)), ("never_named", date(2026, 1, 1))]
)
def test_a_missing_amount_says_which_and_when(key: str, day: date) -> None:
    with pytest.raises(Refused) as refusal:
        in_force(CAPS, key, day)
    assert refusal.value.code == "parameter_missing"
    assert refusal.value.facts == {"key": key, "day": day.isoformat()}


def table(**changed: str) -> str:
    lines = {"key": '"k"', "valid_from": "2026-01-01", "value": "1", "source": '"a law"'} | changed
    return "[[parameter]]\n" + "".join(f"{name} = {value}\n" for name, value in lines.items() if value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[[parameter", "not_toml"),
        ("parameter = 3", "parameter_malformed"),
        ("parameter = [3]", "parameter_malformed"),
        (table(value='"1"'), "parameter_malformed"),
        (table(value="1.5"), "parameter_malformed"),
        (table(value="true"), "parameter_malformed"),
        (table(value=""), "parameter_malformed"),
        (table(valid_from="2026-01-01T10:00:00"), "parameter_malformed"),
        (table(key='""'), "parameter_malformed"),
        (table(source=""), "parameter_malformed"),
        (table(source='"  "'), "parameter_without_source"),
        (table() + table(value="2"), "parameter_twice"),
    ],
)
def test_a_file_that_leaves_a_doubt_is_refused(text: str, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        read_parameters(text)
    assert refusal.value.code == code


def test_a_later_value_stands_beside_the_earlier_one() -> None:
    both = read_parameters(table(valid_from="2027-01-01", value="2") + table())
    assert [(each.valid_from.year, each.value) for each in both] == [(2026, 1), (2027, 2)]


def test_every_named_parameter_is_in_the_shipped_file_and_the_other_way_round() -> None:
    shipped = read_parameters(SHIPPED.read_text(encoding="utf-8"))
    named = {value for name, value in vars(rule).items() if name.isupper()}
    assert {each.key for each in shipped} == named
    for key in named:
        # Payments stay here until the landlord says from which day on they are exported.
        assert in_force(shipped, key, date(2026, 11, 22)) > 0 or key == rule.PAYMENTS_EXPORTED


def test_the_cash_cap_is_a_thousand_euros_and_the_lock_comes_at_ten() -> None:
    shipped = read_parameters(SHIPPED.read_text(encoding="utf-8"))
    assert in_force(shipped, rule.CASH_CAP_CENTS, date(2026, 11, 22)) == 100_000
    assert in_force(shipped, rule.SIGN_IN_LOCK_AFTER, date(2026, 11, 22)) == 10
