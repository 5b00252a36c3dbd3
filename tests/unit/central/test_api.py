"""What central answers to those who knock without the right key, and to senseless bodies."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import requests

from desktop.central.database.agency_write import agency_write
from desktop.central.routes.enrolment import AUDIENCE
from desktop.errors import NotAllowed
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.parameter import ParameterRow
from desktop.rules.parameters import DEVICE_ACCESS_MINUTES
from desktop.security import tokens
from desktop.security.device_key import client_assertion, new_device_key
from desktop.security.vault import Vault
from desktop.station.station import Station
from tests.world import World, world

ROUTES = (
    ("POST", "/v1/sync/exchange"),
    ("POST", "/v1/sync/perform"),
    ("POST", "/v1/sync/sealed"),
    ("GET", f"/v1/sync/commands/{'0' * 32}"),
    ("GET", "/v1/sync/snapshot"),
    ("GET", "/v1/sync/snapshot/AG02-counter.v1-0/0"),
    ("GET", "/v1/sync/events"),
    ("POST", "/v1/blobs"),
    ("GET", f"/v1/blobs/{'0' * 64}"),
)


@pytest.fixture(scope="module")
def landlord(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One central for all: nobody gets in far enough to change what another finds."""
    with world(tmp_path_factory.mktemp("doors"), leases=4) as built:
        yield built


@pytest.fixture(scope="module")
def counter(landlord: World) -> Station:
    """A counter that has fetched its agency."""
    return landlord.station("counter")


@pytest.fixture
def bearer(landlord: World, counter: Station) -> dict[str, str]:
    """What a counter shows at every door."""
    secret = landlord.store.vault.token_secret
    token = tokens.issue(secret, counter.settings.device_id, datetime.now(UTC), 10)
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize(("method", "path"), ROUTES)
@pytest.mark.parametrize("token", ["", "Bearer ", "Bearer nonsense", "Basic YTpi"])
def test_no_door_opens_without_a_token(landlord: World, method: str, path: str, token: str) -> None:
    headers = {"Authorization": token} if token else {}
    answer = requests.request(method, landlord.server.url + path, headers=headers, timeout=10)
    assert answer.status_code == 401
    assert set(answer.json()) == {"code", "facts"}


def test_an_old_token_opens_nothing(landlord: World, counter: Station) -> None:
    hour_ago = datetime.now(UTC) - timedelta(hours=1)
    token = tokens.issue(landlord.store.vault.token_secret, counter.settings.device_id, hour_ago, 10)
    answer = _get(landlord, "/v1/sync/snapshot", {"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401


def test_an_assertion_opens_once_and_only_with_the_devices_own_key(landlord: World, counter: Station) -> None:
    key = Vault.open(landlord.folder_of(counter)).device_key
    device, now = counter.settings.device_id, datetime.now(UTC)
    good = client_assertion(key, device, AUDIENCE, now)
    assert _token(landlord, good) == 200
    assert _token(landlord, good) == 401, "a copy of it is worth nothing"
    assert _token(landlord, client_assertion(new_device_key(), device, AUDIENCE, now)) == 401
    assert _token(landlord, client_assertion(key, device, "somebody-else", now)) == 401
    assert _token(landlord, client_assertion(key, "no-such-device", AUDIENCE, now)) == 403
    assert _token(landlord, "nonsense") == 401


def test_how_long_a_token_opens_is_the_landlords_to_say(landlord: World, counter: Station) -> None:
    key, device = Vault.open(landlord.folder_of(counter)).device_key, counter.settings.device_id

    def seconds() -> int:
        now = datetime.now(UTC)
        body = {"assertion": client_assertion(key, device, AUDIENCE, now)}
        issued = requests.post(f"{landlord.server.url}/v1/token", json=body, timeout=10).json()
        secret = landlord.store.vault.token_secret
        assert tokens.read(secret, issued["token"], now + timedelta(seconds=issued["seconds"] - 1)) == device
        with pytest.raises(NotAllowed):
            tokens.read(secret, issued["token"], now + timedelta(seconds=issued["seconds"] + 1))
        return int(issued["seconds"])

    assert seconds() == 600
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    with agency_write(landlord.store.database, {GLOBAL_SCOPE}) as work:
        shorter = ParameterRow(
            id=f"{DEVICE_ACCESS_MINUTES}@{yesterday}",
            scope=GLOBAL_SCOPE,
            key=DEVICE_ACCESS_MINUTES,
            valid_from=yesterday,
            value=3,
            source="Choix du bailleur",
        )
        work.session.add(shorter)
    assert seconds() == 180


@pytest.mark.parametrize("path", ["/v1/sync/exchange", "/v1/sync/perform", "/v1/sync/sealed"])
@pytest.mark.parametrize("body", [b"", b"{}", b"\xff" * 100, b"\x93\xc0\xc0\xc0"])
def test_a_senseless_body_is_refused_in_plain_words(
    landlord: World, bearer: dict[str, str], path: str, body: bytes
) -> None:
    answer = requests.post(landlord.server.url + path, body, headers=bearer, timeout=10)
    assert (answer.status_code, answer.json()["code"]) == (422, "body_unreadable")


def test_a_body_beyond_the_limit_is_refused(landlord: World, bearer: dict[str, str]) -> None:
    answer = requests.post(
        f"{landlord.server.url}/v1/sync/exchange", b"\0" * (9 << 20), headers=bearer, timeout=10
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_big")


@pytest.mark.parametrize("name", ["../../central.db", "..", "0" * 64, "%2e%2e%2fvault.bin"])
def test_no_name_leads_out_of_the_folder_of_files(landlord: World, bearer: dict[str, str], name: str) -> None:
    assert _get(landlord, f"/v1/blobs/{name}", bearer).status_code in {404, 422}
    assert _get(landlord, f"/v1/sync/snapshot/{name}/0", bearer).status_code in {404, 422}


def test_a_snapshot_of_another_agency_is_as_if_it_were_not(landlord: World, bearer: dict[str, str]) -> None:
    other = landlord.station("counter", "AG01")
    theirs = other.link.snapshot().name
    answer = _get(landlord, f"/v1/sync/snapshot/{theirs}/0", bearer)
    assert (answer.status_code, answer.json()["code"]) == (422, "snapshot_gone")


def _get(landlord: World, path: str, headers: dict[str, str]) -> requests.Response:
    return requests.get(landlord.server.url + path, headers=headers, timeout=10)


def _token(landlord: World, assertion: str) -> int:
    answer = requests.post(f"{landlord.server.url}/v1/token", json={"assertion": assertion}, timeout=10)
    return answer.status_code
