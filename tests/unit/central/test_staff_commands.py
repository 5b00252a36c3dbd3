"""Staff are added, changed, closed, unlocked and given second factors from the command line."""

import json
from pathlib import Path

import pyotp
import pytest
from typer.testing import CliRunner, Result

from desktop.central import staff
from desktop.central.cli.main import app
from desktop.central.cli.passwords import lacking
from desktop.central.database.agency_write import agency_write
from desktop.central.store import Store, open_store
from desktop.errors import Invalid, Refused
from desktop.models.staff import Staff
from desktop.rules.password import judge
from desktop.security import seeds
from desktop.security.passwords import check_password
from desktop.services.access import attempts
from tests.unit.central.estate import furnished_store
from tests.unit.services.rows import NOW, agency

PASSWORD = "Sept-Mots-Qui-Ne-Vont-Pas-62"


def run(*words: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(app, ["staff", *map(str, words)], input=typed, catch_exceptions=False)


def told(*words: str | Path, typed: str = "") -> dict[str, str]:
    found: dict[str, str] = json.loads(run(*words, "--json", typed=typed).stdout.splitlines()[-1])
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A central of two agencies where Nadia works, and Marc is the manager."""
    store = furnished_store(tmp_path / "central", "")
    with agency_write(store.database, {"global"}) as work:
        work.session.add_all([agency("AG01"), agency("AG02")])
    staff.add(store, "nadia", "Nadia Lefèvre", "front_desk_agent", "AG01", PASSWORD)
    staff.add(store, "marc", "Marc Ourdin", "agency_manager", "AG01", PASSWORD)
    store.database.close()
    return tmp_path / "central"


def opened_seed(store: Store, login: str) -> str:
    """The seed as a counter of the agency finds it."""
    with store.database.read() as session:
        member = session.get_one(Staff, login)
    return seeds.open_seed(seeds.agency_key(store.vault.pepper, member.agency_id), member.totp_secret, login)


def actions(folder: Path) -> list[tuple[str, str]]:
    out = CliRunner().invoke(app, ["audit", "--data", str(folder), "--json"], catch_exceptions=False).stdout
    return [(each["action"], each["subject"]) for each in json.loads(out)]


def test_a_password_is_made_and_printed_once(folder: Path) -> None:
    who = ("--login", "Hélène.Roy", "--name", "H R", "--agency", "AG01")
    added = told("add", "--data", folder, *who, "--generate")
    assert added["login"] == "helene.roy"
    assert judge(added["password"], ("helene.roy",)).ok
    assert ("staff_added", "helene.roy") in actions(folder)


@pytest.mark.parametrize("login", ["NADIA", " nadia ", "Nàdia"])
def test_no_two_logins_fold_to_one(folder: Path, login: str) -> None:
    with pytest.raises(Refused, match="staff_exists"):
        run("add", "--data", folder, "--login", login, "--name", "N", "--agency", "AG01", "--generate")


@pytest.mark.parametrize("login", ["", "   ", "a:b", "a@b", "x" * 33, "имя"])
def test_what_nobody_could_type_is_no_login(folder: Path, login: str) -> None:
    with pytest.raises(Invalid, match="login_wrong"):
        run("add", "--data", folder, "--login", login, "--name", "N", "--agency", "AG01", "--generate")


def test_logins_of_before_that_are_the_same_are_reported_and_still_there(folder: Path) -> None:
    store = open_store(folder)
    with agency_write(store.database, {"AG01"}) as work:
        first = work.session.get_one(Staff, "nadia")
        columns = {each.name: getattr(first, each.name) for each in Staff.__table__.c}
        work.session.add(Staff(**columns | {"id": "Nadia"}))
    store.database.close()
    found = json.loads(run("list", "--data", folder, "--json").stdout)
    assert {each["login"]: each["same_as"] for each in found} == {
        "Nadia": ["nadia"],
        "nadia": ["Nadia"],
        "marc": [],
    }
    assert told("close", "--data", folder, "--login", "Nadia") == {"closed": "Nadia"}


def test_a_password_from_a_file_of_windows_is_the_password(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "password").write_text(f"{PASSWORD}\r\n", encoding="utf-8-sig")
    words = ("--login", "paul", "--name", "Paul", "--agency", "AG01")
    told("add", "--data", folder, *words, "--password-file", tmp_path / "password")
    store = open_store(folder)
    with store.database.read() as session:
        assert check_password(session.get_one(Staff, "paul").password_hash, PASSWORD)
    store.database.close()


@pytest.mark.parametrize(
    ("password", "said"),
    [("azerty", "follows the keys"), ("Nadia!12", "others know"), ("Xk7!", "more signs")],
)
def test_a_weak_password_is_refused_with_what_it_lacks(password: str, said: str) -> None:
    assert said in lacking(staff.weak(password, "nadia", "Nadia Lefèvre"))


def test_a_role_a_name_and_an_agency_are_changed_and_the_second_factor_goes_with_them(folder: Path) -> None:
    store = open_store(folder)
    before = opened_seed(store, "nadia")
    store.database.close()
    told("change", "--data", folder, "--login", "nadia", "--role", "tenancy_officer", "--agency", "AG02")
    store = open_store(folder)
    assert opened_seed(store, "nadia") == before
    assert [(one.role, one.agency) for one in staff.listed(store) if one.login == "nadia"] == [
        ("tenancy_officer", "AG02")
    ]
    store.database.close()


@pytest.mark.parametrize(
    "words", [("close",), ("change", "--role", "front_desk_agent"), ("change", "--agency", "AG02")]
)
def test_the_last_who_can_lift_a_lock_stays_while_somebody_else_works_there(
    folder: Path, words: tuple[str, ...]
) -> None:
    with pytest.raises(Refused, match="staff_last_manager"):
        run(*words, "--data", folder, "--login", "marc")
    run("close", "--data", folder, "--login", "nadia")
    if "--role" not in words:
        run(*words, "--data", folder, "--login", "marc")


def test_a_locked_login_may_try_again(folder: Path) -> None:
    store = open_store(folder)
    with agency_write(store.database, {"AG01", "AG02"}) as work:
        for scope in ("AG01", "AG02"):
            for _ in range(10):
                attempts.count_failure(work.session, "staff", "nadia", scope, NOW)
    assert [one.locked for one in staff.listed(store) if one.login == "nadia"] == [True]
    assert told("unlock", "--data", folder, "--login", "NADIA", "--reason", "seen") == {"unlocked": "nadia"}
    assert [one.locked for one in staff.listed(store) if one.login == "nadia"] == [False]
    store.database.close()


def test_a_factor_that_is_not_proven_leaves_the_old_one(folder: Path) -> None:
    store = open_store(folder)
    before = opened_seed(store, "nadia")
    with pytest.raises(Invalid, match="factor_not_proven"):
        run("factor", "--data", folder, "--login", "nadia", typed="000000\n" * 3)
    assert opened_seed(store, "nadia") == before
    store.database.close()


def test_a_factor_is_shown_then_proven_then_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("typer.prompt", lambda *_words, **_more: pyotp.TOTP(shown[0]).now())
    monkeypatch.setattr("desktop.central.cli.second_factor.show", lambda _uri, secret: shown.append(secret))
    run("factor", "--data", folder, "--login", "nadia")
    store = open_store(folder)
    assert opened_seed(store, "nadia") == shown[0]
    store.database.close()
    assert ("factor_renewed", "nadia") in actions(folder)


def test_all_factors_are_renewed_once_they_are_written_down(tmp_path: Path, folder: Path) -> None:
    store = open_store(folder)
    before = {login: opened_seed(store, login) for login in ("nadia", "marc")}
    with pytest.raises(Refused, match="file_not_written"):
        run("factor", "--data", folder, "--all", "--to", tmp_path / "nowhere" / "factors.csv")
    assert {login: opened_seed(store, login) for login in before} == before
    run("factor", "--data", folder, "--all", "--to", tmp_path / "factors.csv", "--json")
    now = {login: opened_seed(store, login) for login in before}
    assert set(now.values()).isdisjoint(before.values())
    assert all(secret in (tmp_path / "factors.csv").read_text("utf-8-sig") for secret in now.values())
    assert (tmp_path / "factors.csv").stat().st_mode & 0o077 == 0
    store.database.close()
