"""What central confirmed and cannot do again after its restore is told to staff, in plain words."""

from sqlalchemy import delete

from desktop.central.database.agency_write import agency_write
from desktop.models.activation_code import ActivationCode
from desktop.services.access.activation import ActivateAccount
from desktop.services.command import Done
from tests.hashes import hash_like
from tests.sync import laws
from tests.sync.fleet import AGENCY, Fleet, letter
from tests.sync.test_backups import backed_up, disaster
from tests.sync.visits import itself


def activated(fleet: Fleet, lease: str, code: str = "") -> Done:
    """A tenant types the letter at the kiosk."""
    number, right, born = letter(lease)
    command = ActivateAccount(
        lease_number=number, code=code or right, birth_date=born, password_hash=hash_like("new")
    )
    kiosk = fleet.members["kiosk"].station
    return kiosk.perform_at_central(command, itself(kiosk))


def another_lease(fleet: Fleet) -> str:
    """One whose letter still opens an account."""
    query = (
        "SELECT min(id) FROM activation_code WHERE scope = :agency AND expires_on > '2026-11-24' "
        "AND used_at IS NULL AND id NOT IN (SELECT id FROM tenant_account)"
    )
    return str(fleet.at_central(query, agency=AGENCY)[0][0])


def take_the_code_back(fleet: Fleet, lease: str) -> None:
    """In the central that was restored this letter opens nothing."""
    with agency_write(fleet.central.store.database, {AGENCY}) as work:
        work.session.execute(delete(ActivationCode).where(ActivationCode.id == lease))


def test_an_activation_that_a_restored_central_refuses_waits_for_somebody_to_see_it(fleet: Fleet) -> None:
    lease, backup = another_lease(fleet), backed_up(fleet)
    laws.settle(fleet)
    assert activated(fleet, lease).result == {"account": lease}
    disaster(fleet, backup)
    take_the_code_back(fleet, lease)
    laws.settle(fleet)
    station = fleet.members["kiosk"].station
    (item,) = station.attention()
    assert (item.kind, item.status, item.lease_id, item.code) == (
        "account.activate",
        "undone",
        lease,
        "activation_mismatch",
    )
    assert station.status().attention == 1
    fleet.restart("kiosk")
    station = fleet.members["kiosk"].station
    assert station.attention() == (item,)
    station.acknowledge(item.seq)
    assert (station.attention(), station.status().attention) == ((), 0)


def test_an_activation_that_is_done_again_concerns_nobody(fleet: Fleet) -> None:
    lease, backup = another_lease(fleet), backed_up(fleet)
    laws.settle(fleet)
    activated(fleet, lease)
    disaster(fleet, backup)
    laws.settle(fleet)
    assert fleet.at_central("SELECT id FROM tenant_account WHERE id = :id", id=lease) == [(lease,)]
    assert fleet.members["kiosk"].station.attention() == ()


def test_what_was_refused_at_once_is_no_news_after_a_restore(fleet: Fleet) -> None:
    lease, backup = another_lease(fleet), backed_up(fleet)
    laws.settle(fleet)
    assert "refused" in (activated(fleet, lease, code=letter(lease)[1][::-1]).result or {})
    disaster(fleet, backup)
    laws.settle(fleet)
    assert fleet.members["kiosk"].station.attention() == ()
