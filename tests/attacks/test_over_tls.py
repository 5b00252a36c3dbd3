"""Over TLS a handshake that never ends is hung up on; stations are served beside it."""

import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.central.listening import Endpoint
from desktop.central.server import Server
from desktop.central.stations import devices
from desktop.central.store import open_store
from desktop.central.threshold import loop
from desktop.station.enrolment import enrol, open_station
from tests.attacks import wires
from tests.certificates import own_authority
from tests.world import world

SECONDS = 0.4


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, Path]]:
    """The address of a central over TLS, its certificate, and its folder."""
    folder = tmp_path_factory.mktemp("secured")
    with world(folder, leases=4):
        pass
    certificate, key = own_authority(folder)
    store = open_store(folder / "central")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loop, "HANDSHAKE_SECONDS", SECONDS)
        with Server(store, Endpoint(certificate=certificate, private_key=key)) as server:
            yield server.url, certificate, folder
    store.database.close()


@pytest.mark.parametrize("word", [b"", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc", b"GET / HTTP/1.1\r\n\r\n"])
def test_who_never_ends_the_handshake_is_hung_up_on(secured: tuple[str, Path, Path], word: bytes) -> None:
    with wires.dialled(secured[0], 1) as (line,):
        wires.pour(line, [word])
        assert wires.seconds_until_hung_up(line) < 5 * SECONDS


def test_a_station_is_served_beside_silent_lines(secured: tuple[str, Path, Path], tmp_path: Path) -> None:
    url, certificate, folder = secured
    store = open_store(folder / "central")
    code = devices.offer(store, "kiosk", "AG02", "kiosk", datetime.now(UTC))
    store.database.close()
    with wires.dialled(url, 300):
        enrol(tmp_path / "kiosk", url, code, ca_file=str(certificate))
        station = open_station(tmp_path / "kiosk")
        station.exchange()
        assert station.status().bootstrapped
        station.close()


def test_who_pours_a_head_without_end_is_hung_up_on_there_too(secured: tuple[str, Path, Path]) -> None:
    url, certificate, _ = secured
    context = ssl.create_default_context(cafile=str(certificate))
    with wires.dialled(url, 1) as (plain,), context.wrap_socket(plain, server_hostname="127.0.0.1") as line:
        started = time.monotonic()
        wires.pour(line, wires.endless_head(64 * 1024))
        assert time.monotonic() - started < 5 * SECONDS
