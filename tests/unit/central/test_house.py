"""The landlord and its parameters are changed from the command line, with what is needed to answer for it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from desktop.central.administration import entries
from desktop.central.cli.main import app
from desktop.central.landlord import DEMONSTRATION
from desktop.central.store import Store, open_store
from desktop.errors import Invalid, Refused
from desktop.rules.parameters import CASH_CAP_CENTS
from desktop.services.days import local_day
from desktop.services.parameters import in_force
from tests.unit.central.estate import furnished_store
from tests.unit.central.test_init import described

TODAY = local_day(datetime.now(UTC))
LATER = TODAY + timedelta(days=40)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    furnished_store(tmp_path / "central", "").database.close()
    return tmp_path / "central"


def told(folder: Path, *words: str) -> object:
    typed = [*words, "--data", str(folder), "--json"]
    return json.loads(CliRunner().invoke(app, typed, catch_exceptions=False).stdout)


def set_cap(folder: Path, value: int, day: str, source: str = "Loi de finances 2027") -> object:
    return told(folder, "parameters", "set", CASH_CAP_CENTS, str(value), "--from", day, "--source", source)


def audited(folder: Path) -> list[tuple[str, str]]:
    store: Store = open_store(folder)
    found = [(each.action, each.reason) for each in entries(store)]
    store.database.close()
    return found


def test_a_parameter_holds_from_its_day_and_the_audit_says_why(folder: Path) -> None:
    set_cap(folder, 50_000, LATER.isoformat())
    store = open_store(folder)
    with store.database.read() as session:
        assert in_force(session, CASH_CAP_CENTS, LATER - timedelta(days=1)) == 100_000
        assert in_force(session, CASH_CAP_CENTS, LATER) == 50_000
    store.database.close()
    assert audited(folder) == [("parameter_set", f"50000 from {LATER}: Loi de finances 2027")]
    found = told(folder, "parameters", "list")
    assert isinstance(found, list)
    assert [each["in_force"] for each in found if each["key"] == CASH_CAP_CENTS] == [True, False]


@pytest.mark.parametrize(
    ("value", "day", "source", "code"),
    [
        (-1, LATER, "Loi", "parameter_beyond"),
        (10**9, LATER, "Loi", "parameter_beyond"),
        (50_000, TODAY - timedelta(days=1), "Loi", "parameter_past"),
        (50_000, LATER, "  ", "parameter_without_source"),
    ],
)
def test_a_slip_of_the_hand_is_refused(folder: Path, value: int, day: object, source: str, code: str) -> None:
    words = ["parameters", "set", "--data", str(folder), "--from", str(day), "--source", source]
    with pytest.raises(Invalid, match=code):
        CliRunner().invoke(app, [*words, "--", CASH_CAP_CENTS, str(value)], catch_exceptions=False)
    assert audited(folder) == []


def test_a_parameter_that_nobody_knows_is_refused_with_those_there_are(folder: Path) -> None:
    with pytest.raises(Invalid, match="parameter_unknown") as refusal:
        told(folder, "parameters", "set", "cash_cap", "5", "--from", str(LATER), "--source", "x")
    assert CASH_CAP_CENTS in refusal.value.facts["known"]


def test_a_demonstration_becomes_a_real_landlords_and_says_so(tmp_path: Path, folder: Path) -> None:
    before = told(folder, "landlord", "show")
    assert isinstance(before, dict)
    assert before["demonstration"]
    told(folder, "landlord", "set", str(described(tmp_path, siren="344 077 672")))
    after = told(folder, "landlord", "show")
    assert isinstance(after, dict)
    assert (after["name"], after["demonstration"]) == ("Logis", False)
    ((action, reason),) = audited(folder)
    assert action == "landlord_changed"
    assert "name: Habitat 62 > Logis" in reason
    store = open_store(folder)
    assert store.settings.landlord == "Logis"
    store.database.close()


def test_no_landlord_becomes_the_demonstrations(folder: Path) -> None:
    with pytest.raises(Refused, match="landlord_of_demonstration"):
        told(folder, "landlord", "set", str(DEMONSTRATION))
