"""Files travel in pieces, beside the commands: a cut costs a piece, and a refusal is told."""

import hashlib
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import update

from desktop.central.database.tables import Blob
from desktop.central.files.partial import PartialFiles
from desktop.errors import Offline, Refused
from desktop.protocol.tus import write_metadata
from desktop.station.engine import Engine
from desktop.station.station import Station
from desktop.sync.journal.tables import Upload
from desktop.sync.wire.fetching import fetch
from desktop.sync.wire.sending import PIECE_BYTES, Parcel, Sending
from desktop.sync.wire.transport import Reply
from tests.pictures import kept_photo
from tests.sync.visits import a_lease, take_cash
from tests.world import Line, World, world

PIECE = 256 * 1024
DIGEST = "0" * 64
PATIENCE_SECONDS = 20
_fresh = count()


class Weather:
    """A line on which a chosen word (by number, from 0) is lost on its way, or its answer is."""

    def __init__(self, line: Line, lost: dict[int, str]) -> None:
        self._line, self._lost = line, lost
        self.said: list[tuple[str, int, int]] = []
        self.broke = False

    def sent(self) -> int:
        """How many bytes of the file went out."""
        return sum(size for method, size, _ in self.said if method == "PATCH")

    def call(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
        fate = self._lost.get(len(self.said), "")
        self.said.append((method, len(body), 0))
        if fate == "question":
            raise Offline
        reply = self._line.call(method, path, b"x" + body[1:] if fate == "altered" else body, headers)
        self.said[-1] = (method, len(body), reply.status)
        if fate == "answer":
            raise Offline
        return reply


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One central for all: every test sends files of its own."""
    with world(tmp_path_factory.mktemp("town"), leases=6) as built:
        built.member_of_staff()
        built.station("counter")
        built.station("counter")
        built.station("counter", "AG01")
        yield built


@pytest.fixture
def here(town: World) -> Station:
    """A counter."""
    return town.stations[0]


@pytest.fixture
def photo() -> Parcel:
    """Four pieces that nobody sent before."""
    content = kept_photo(next(_fresh), 4 * PIECE)
    return Parcel(hashlib.sha256(content).hexdigest(), content, "image/jpeg")


def send(station: Station, town: World, photo: Parcel, lost: dict[int, str] | None = None) -> Weather:
    """Sends the photo by this station's line; what was said, even when it broke."""
    weather = Weather(town.line(station), lost or {})
    try:
        assert Sending(weather, photo, piece_bytes=PIECE).run() is not None  # type: ignore[arg-type]
    except Offline:
        weather.broke = True
    return weather


def fetched(station: Station, photo: Parcel) -> bytes:
    """The photo as central gives it back."""
    return fetch(station.link.transport, f"/v1/blobs/{photo.sha256}", PIECE)


def test_a_file_travels_in_pieces_and_comes_back_whole(town: World, here: Station, photo: Parcel) -> None:
    said = send(here, town, photo).said
    assert [method for method, _, _ in said] == ["HEAD", "POST"] + ["PATCH"] * 4
    assert fetched(here, photo) == photo.content
    assert list((town.store.blobs / "partial").iterdir()) == []


@pytest.mark.parametrize(("word", "fate"), [(w, f) for w in range(6) for f in ("question", "answer")])
def test_after_a_cut_only_the_piece_under_way_is_sent_again(
    town: World, here: Station, photo: Parcel, word: int, fate: str
) -> None:
    assert send(here, town, photo, {word: fate}).broke
    again = send(here, town, photo)
    arrived = max(0, word - 2) + (fate == "answer" and word >= 2)
    assert again.sent() == (0 if arrived == 4 else len(photo.content) - arrived * PIECE)
    assert fetched(here, photo) == photo.content


def test_a_piece_altered_on_its_way_is_sent_again(town: World, here: Station, photo: Parcel) -> None:
    assert ("PATCH", PIECE, 460) in send(here, town, photo, {3: "altered"}).said
    assert fetched(here, photo) == photo.content


def test_two_that_send_the_same_file_at_once_end_with_one_whole_file(
    town: World, here: Station, photo: Parcel
) -> None:
    weather = Weather(town.line(here), {})

    def meanwhile() -> None:
        if len(weather.said) == 3:
            assert not send(here, town, photo).broke

    Sending(weather, photo, meanwhile, PIECE).run()  # type: ignore[arg-type]
    assert fetched(here, photo) == photo.content


def test_no_agency_learns_what_another_one_sent(town: World, here: Station, photo: Parcel) -> None:
    send(town.stations[2], town, photo)
    for digest in (photo.sha256, DIGEST):
        asked = here.link.transport.call("HEAD", f"/v1/blobs/by-hash/{digest}")
        assert (asked.status, asked.body) == (404, b"")
    with pytest.raises(Refused, match="blob_unknown"):
        fetched(here, photo)
    assert send(here, town, photo).sent() == len(photo.content)
    assert send(here, town, photo).sent() == 0


def test_no_other_station_reaches_a_file_under_way(town: World, here: Station, photo: Parcel) -> None:
    send(here, town, photo, {4: "question"})
    (part,) = (town.store.blobs / "partial").glob("*.part")
    for method in ("HEAD", "PATCH", "DELETE"):
        headers = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
        path = f"/v1/blobs/uploads/{part.stem}"
        assert town.stations[1].link.transport.call(method, path, b"", headers).status == 404
    assert here.link.transport.call("DELETE", path).status == 204
    assert not part.exists()


def test_a_file_that_does_not_come_is_waited_for_a_week(tmp_path: Path) -> None:
    files, now = PartialFiles(tmp_path, 1_000), datetime.now(UTC)
    name = files.begin("a", DIGEST, 100, "image/jpeg", now)
    files.append(name, b"half")
    assert files.begin("a", DIGEST, 100, "image/jpeg", now + timedelta(days=6)) == name
    assert files.standing("a", name, now + timedelta(days=12))[1] == 4
    with pytest.raises(Refused, match="upload_unknown"):
        files.standing("a", name, now + timedelta(days=13))
    files.begin("a", "1" * 64, 100, "image/jpeg", now + timedelta(days=14))
    assert not files.bytes_of(name).exists()


def test_a_file_too_big_is_refused_before_it_is_sent(town: World, here: Station) -> None:
    told = {"Upload-Length": str(26 * 1024**2), "Upload-Metadata": write_metadata({"sha256": DIGEST})}
    assert here.link.transport.call("POST", "/v1/blobs", b"", told).status == 413


def test_a_refused_file_is_told_to_staff_and_kept_until_they_know(town: World, here: Station) -> None:
    here.uploads.keep(DIGEST, b"not what its name says", "image/jpeg")
    while here.uploads.send_one():
        pass
    (refused,) = here.uploads.refused()
    assert (refused.code, here.uploads.waiting()) == ("blob_altered", 0)
    held = here.uploads.held_bytes()
    here.uploads.acknowledge(refused.sha256)
    assert here.uploads.refused() == ()
    assert held - here.uploads.held_bytes() == refused.size


def test_a_station_takes_no_more_files_than_it_can_keep(here: Station, photo: Parcel) -> None:
    here.uploads.keep(photo.sha256, photo.content, photo.media_type)
    this = update(Upload).where(Upload.sha256 == photo.sha256)
    with here.journal.database.write() as session:
        session.execute(this.values(size=2 * 1024**3))
    with pytest.raises(Refused, match="uploads_full"):
        here.uploads.keep("1" * 64, b"more", "image/jpeg")
    with here.journal.database.write() as session:
        session.execute(this.values(size=len(photo.content), sent=True))


def test_a_payment_goes_between_two_pieces_of_a_photo(town: World, here: Station) -> None:
    said: list[str] = []
    line = town.line(here)
    call, post, done = line.call, line.post, threading.Event()

    def piece(method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
        reply = call(method, path, body, headers)
        if method == "PATCH":
            said.append("piece")
            if len(said) == 1:
                take_cash(here, a_lease(here), 1_000)
        if len(said) == 4:
            done.set()
        return reply

    def exchange(path: str, body: bytes) -> bytes:
        waiting = here.journal.waiting()
        answer = post(path, body)
        said.extend(["payment"] if waiting else [])
        return answer

    line.call, line.post = piece, exchange  # type: ignore[method-assign]
    content = kept_photo("three pieces", 3 * PIECE_BYTES)
    here.uploads.keep(hashlib.sha256(content).hexdigest(), content, "image/jpeg")
    engine = Engine(here)
    engine.start()
    assert done.wait(PATIENCE_SECONDS)
    engine.stop()
    line.call, line.post = call, post  # type: ignore[method-assign]
    assert said == ["piece", "payment", "piece", "piece"]


@pytest.mark.parametrize(
    "content", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", kept_photo()[:-40], b"MZ" * 9]
)
def test_central_keeps_photos_and_nothing_else(town: World, here: Station, content: bytes) -> None:
    digest = hashlib.sha256(content).hexdigest()
    here.uploads.keep(digest, content, "image/jpeg")
    while here.uploads.send_one():
        pass
    (refused,) = here.uploads.refused()
    assert (refused.sha256, refused.code) == (digest, "photo_not_image")
    assert not list(town.store.blobs.rglob(f"{digest}*")), "nothing of it is left"
    here.uploads.acknowledge(digest)


def test_what_lies_at_central_from_before_is_told_to_be_a_photo_only_if_it_was(
    town: World, here: Station
) -> None:
    content = b"<svg/>"
    digest = hashlib.sha256(content).hexdigest()
    path = town.store.blobs / digest[:2] / digest[2:4] / digest
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    with town.store.database.write() as session:
        blob = Blob(
            sha256=digest, scope="AG02", size=6, media_type="image/svg+xml\x01é€", stored_at=datetime.now(UTC)
        )
        session.add(blob)
    reply = here.link.transport.call("GET", f"/v1/blobs/{digest}")
    assert (reply.status, reply.headers["content-type"]) == (200, "application/octet-stream")
