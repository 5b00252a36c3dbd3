"""Seeds that an earlier release kept in clear are sealed, on either database, and leave nothing behind."""

from desktop.central.database.agency_write import agency_write
from desktop.central.factors import SeedKeys, seal_all
from desktop.central.order import add_missing_parameters, put_in_order
from desktop.central.store import Store
from desktop.models.device import Device
from desktop.models.staff import Staff
from desktop.security import letterbox, seeds
from desktop.security.device_key import new_device_key, public_key
from tests.unit.central.estate import ask

SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def member(login: str, seed: str) -> Staff:
    return Staff(
        id=login,
        scope="AG01",
        name="N",
        role="front_desk_agent",
        agency_id="AG01",
        password_hash="",
        totp_secret=seed,
        totp_step=0,
        active=True,
        last_sign_in_at=None,
    )


def test_clear_seeds_are_sealed_once_and_stations_hear_of_it(store: Store) -> None:
    with agency_write(store.database, {"AG01"}) as work:
        work.session.add_all([member("nadia", SEED), member("new", "")])
    before = ask(store, "SELECT ver FROM scope WHERE id = 'AG01'")
    assert seal_all(store) == 1
    (kept,) = ask(store, "SELECT totp_secret FROM staff WHERE id = 'nadia'")[0]
    assert seeds.open_seed(seeds.agency_key(store.vault.pepper, "AG01"), kept, "nadia") == SEED
    after = ask(store, "SELECT ver FROM scope WHERE id = 'AG01'")
    assert after[0][0] == before[0][0] + 1
    assert seal_all(store) == 0
    assert ask(store, "SELECT ver FROM scope WHERE id = 'AG01'") == after


def test_no_file_of_central_shows_what_was_sealed(store: Store) -> None:
    with agency_write(store.database, {"AG01"}) as work:
        work.session.add(member("nadia", SEED))
    ready_made = store.snapshots / "AG01-counter" / "0"
    ready_made.parent.mkdir(parents=True)
    ready_made.write_text(SEED, encoding="utf-8")
    put_in_order(store)
    files = [path for path in store.folder.rglob("*") if path.is_file()]
    found = [path.name for path in files if SEED.encode() in path.read_bytes()]
    assert found == []


def test_a_counter_is_given_its_agencys_key_and_a_kiosk_none(store: Store) -> None:
    private = new_device_key()
    counter = Device(id="c1", kind="counter", agency_id="AG01", public_key=public_key(private))
    kiosk = Device(id="k1", kind="kiosk", agency_id="AG01", public_key=public_key(private))
    keys = SeedKeys(store.vault.pepper)
    box = letterbox.public_key(letterbox.private_key(store.vault.pepper))
    key = seeds.open_key(private, box, keys.of(counter), "c1")
    assert key == seeds.agency_key(store.vault.pepper, "AG01")
    assert keys.of(kiosk) == b""


def test_parameters_of_a_newer_release_reach_a_central_that_is_there(store: Store) -> None:
    with agency_write(store.database, {"global"}) as work:
        from sqlalchemy import select

        from desktop.models.parameter import ParameterRow

        for row in work.session.scalars(select(ParameterRow).where(ParameterRow.key == "cash_cap_cents")):
            work.session.delete(row)
    assert add_missing_parameters(store) == ["cash_cap_cents"]
    assert add_missing_parameters(store) == []
    assert ask(store, "SELECT action, subject FROM audit_entry") == [("parameter_added", "cash_cap_cents")]
