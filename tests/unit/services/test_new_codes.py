"""A new code at the counter: it replaces the old one and a forgotten password."""

from datetime import timedelta
from uuid import uuid4

import pytest

from desktop.errors import Refused
from desktop.security.passwords import hash_password
from desktop.services.access.accounts import check_sign_in
from desktop.services.access.activation import ReissueActivationCode
from tests.unit.services.conftest import Place
from tests.unit.services.letters import PASSWORD, reissue, typed
from tests.unit.services.rows import LEASE, NOW


def test_a_new_code_replaces_the_old_and_forgives_the_failures(office: Place) -> None:
    for day in range(10):
        office.perform(typed(code="2X38AZEGB8"), at=NOW + timedelta(days=day))
    done = office.perform(reissue())
    assert done.result == {"expires_on": "2026-11-29"}
    assert office.perform(typed()).result == {"refused": "activation_mismatch", "wait_seconds": 0}
    assert office.perform(typed(code="ABCDE FGHJK")).result == {"account": LEASE}
    (trace,) = office.rows("audit_entry")["audit_entry"]
    assert (trace["action"], trace["actor"], trace["reason"]) == ("code_reissued", "staff:nadia", "L000001")


def test_a_new_code_also_replaces_a_forgotten_password(office: Place) -> None:
    office.perform(typed())
    office.perform(reissue())
    fresh = hash_password("Un-Autre-Mot-2026")
    assert office.perform(typed(code="ABCDEFGHJK", password_hash=fresh)).result == {"account": LEASE}
    assert office.ask(check_sign_in, LEASE, "Un-Autre-Mot-2026", NOW).outcome == "ok"
    assert office.ask(check_sign_in, LEASE, PASSWORD, NOW).outcome == "mismatch"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (reissue(identity_seen=False), "identity_not_seen"),
        (reissue(holder="L000999"), "holder_unknown"),
        (reissue(lease_id="0"), "lease_unknown"),
        (reissue(digest="ABCDEFGHJK"), "not_a_hash"),
    ],
)
def test_a_new_code_needs_somebody_who_saw_who_asks(
    station: Place, command: ReissueActivationCode, code: str
) -> None:
    with pytest.raises(Refused, match=code):
        station.perform(command)
    assert station.rows("activation_code")["activation_code"] == []


def test_station_and_central_make_the_same_rows(station: Place, central: Place) -> None:
    key = uuid4()
    for place in (station, central):
        place.perform(reissue(), key=key)
    assert station.rows() == central.rows()
