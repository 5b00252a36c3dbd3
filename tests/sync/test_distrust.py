"""Why central is not believed over TLS: each cause has its own name and its own remedy."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from secrets import token_bytes

import pytest

from desktop.errors import Offline
from desktop.station.enrolment import enrol
from desktop.station.sentences import SENTENCES
from desktop.sync.wire import trust
from desktop.sync.wire.transport import HttpTransport
from tests.certificates import DAY, own_authority

NOTHING = timedelta()


def central(its_time: timedelta, heard: list[str]) -> type[BaseHTTPRequestHandler]:
    """Notes all that is said to it; its clock is so far from ours."""

    class Listener(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            heard.append(self.requestline)
            self.send_response_only(404)
            self.send_header("Date", format_datetime(datetime.now(UTC) + its_time, usegmt=True))
            self.end_headers()

        do_POST = do_HEAD

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Listener


@contextmanager
def served(
    certificate: tuple[Path, Path] | None, its_time: timedelta = NOTHING
) -> Iterator[tuple[str, list[str]]]:
    """The address of a server with that certificate, and what it heard."""
    heard: list[str] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), central(its_time, heard)) as server:
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        serving.start()
        try:
            yield f"https://127.0.0.1:{server.server_port}", heard
        finally:
            server.shutdown()
            serving.join()


def refusal(folder: Path, address: str, authority: Path | None) -> Offline:
    """How enrolment there ends."""
    with pytest.raises(Offline) as failure:
        enrol(folder / "kiosk", address, "ABCD-EFGH", str(authority) if authority else None)
    return failure.value


CAUSES = {
    "certificate_not_yet_valid": ({"since": DAY, "until": 2 * DAY}, NOTHING, "valid_from"),
    "certificate_expired": ({"since": -2 * DAY, "until": -DAY}, NOTHING, "valid_until"),
    "certificate_of_another": ({"host": "central.habitat62.example"}, NOTHING, "names"),
    "clock_wrong": ({"since": 3 * DAY, "until": 5 * DAY}, 4 * DAY, "theirs"),
}


@pytest.mark.parametrize("code", CAUSES)
def test_the_cause_is_named_with_what_it_takes_to_mend_it(tmp_path: Path, code: str) -> None:
    how, its_time, fact = CAUSES[code]
    certificate = own_authority(tmp_path / "authority", **how)
    with served(certificate, its_time) as (address, heard):
        failure = refusal(tmp_path, address, certificate[0])
    assert failure.code == code
    assert str(failure.facts[fact]) in SENTENCES[code].format_map(failure.facts)
    assert all(line.startswith("HEAD / ") for line in heard), "no code is said to who is not believed"


def test_a_clock_that_is_fast_is_told_from_a_certificate_that_expired(tmp_path: Path) -> None:
    certificate = own_authority(tmp_path / "authority", since=-5 * DAY, until=-3 * DAY)
    with served(certificate, its_time=-4 * DAY) as (address, _):
        assert refusal(tmp_path, address, certificate[0]).code == "clock_wrong"


def test_an_authority_that_nobody_named_is_asked_for_by_its_name(tmp_path: Path) -> None:
    with served(own_authority(tmp_path / "authority")) as (address, _):
        failure = refusal(tmp_path, address, None)
        assert failure.code == "central_not_trusted"
        assert "Habitat 62" in failure.facts["issuer"]
        another, _ = own_authority(tmp_path / "another")
        assert refusal(tmp_path, address, another).code == "central_not_trusted"


def test_a_port_without_tls_is_told_from_a_bad_certificate(tmp_path: Path) -> None:
    with served(None) as (address, _):
        assert refusal(tmp_path, address, None).code == "central_speaks_no_tls"


def test_an_authority_that_is_gone_is_not_taken_for_a_silent_central(tmp_path: Path) -> None:
    certificate, key = own_authority(tmp_path)
    with served((certificate, key)) as (address, _):
        for file in (tmp_path / "gone.pem", key):
            station = HttpTransport(address, "a station", token_bytes(32), str(file))
            with pytest.raises(Offline, match="authority_missing"):
                station.get("/v1/sync/snapshot")


def test_every_cause_has_its_sentence() -> None:
    for code in {
        *trust.DISTRUST,
        trust.NO_TLS,
        trust.CLOCK_WRONG,
        trust.AUTHORITY_MISSING,
        "clock_before_build",
    }:
        assert code in SENTENCES, f"say in desktop/station/sentences.py what {code} means and what to do"
