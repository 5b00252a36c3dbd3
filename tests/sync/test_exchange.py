"""What two sides that may lose each other at any word end up with."""

import hashlib
import shutil
from collections.abc import Sequence

import pytest
from sqlalchemy import Row, Select, select, text
from sqlalchemy.orm import Session

from desktop.central.database.agency_write import agency_write
from desktop.errors import Nonsense, Offline
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.request import RequestPhoto, ServiceRequest
from desktop.models.staff import Staff
from desktop.services.requests.photos import Photo
from desktop.services.requests.requests import OpenRequest
from desktop.services.warnings import unsettled
from desktop.station.station import Station
from tests.pictures import kept_photo
from tests.sync.copies import LANDLORD_ON_BOTH_AT_LENGTH
from tests.sync.visits import (
    CLAIRE,
    a_lease,
    answer,
    balance,
    central_rows,
    report_fault,
    rows,
    same_as_central,
    take_cash,
)
from tests.world import World

pytestmark = LANDLORD_ON_BOTH_AT_LENGTH


def test_a_payment_taken_offline_arrives_exactly_once(landlord: World, counter: Station) -> None:
    lease, line = a_lease(counter), landlord.line(counter)
    owed = balance(counter, lease)
    line.is_cut = True
    take_cash(counter, lease, 5_000)
    with pytest.raises(Offline):
        counter.exchange()
    line.is_cut = False
    for _ in range(3):
        counter.exchange()
    assert len(central_rows(landlord, "payment", "AG02")) == 1
    assert balance(counter, lease) == owed - 5_000
    assert same_as_central(landlord, counter)
    assert counter.status().waiting == 0


def test_an_answer_that_is_lost_makes_no_second_payment(landlord: World, counter: Station) -> None:
    lease, line = a_lease(counter), landlord.line(counter)
    take_cash(counter, lease, 5_000)
    line.loses_answers = True
    for _ in range(3):
        with pytest.raises(Offline):
            counter.exchange()
    assert counter.status().waiting == 1, "the station cannot know yet"
    line.loses_answers = False
    counter.exchange()
    assert len(central_rows(landlord, "payment", "AG02")) == 1
    assert same_as_central(landlord, counter)


def test_what_one_counter_does_another_shows(landlord: World, counter: Station) -> None:
    other = landlord.station("counter")
    lease = a_lease(counter)
    take_cash(counter, lease, 4_200)
    request = report_fault(other, lease)
    landlord.settle()
    answer(counter, request, "Le plombier passe mardi.")
    landlord.settle()
    assert rows(other, "payment") == rows(counter, "payment") != []
    assert [row.text for row in other.ask(_events)] == ["", "Le plombier passe mardi."]
    assert same_as_central(landlord, counter)
    assert same_as_central(landlord, other)


def test_both_counters_take_a_payment_offline_and_both_count(landlord: World, counter: Station) -> None:
    other = landlord.station("counter")
    lease = a_lease(counter)
    owed = balance(counter, lease)
    take_cash(counter, lease, 1_000)
    take_cash(other, lease, 2_000)
    landlord.settle()
    assert balance(counter, lease) == balance(other, lease) == owed - 3_000


def test_pending_work_stays_visible_while_news_comes_in(landlord: World, counter: Station) -> None:
    lease = a_lease(counter)
    owed = balance(counter, lease)
    take_cash(counter, lease, 1_000)
    with agency_write(landlord.store.database, {"AG02"}) as work:
        entry = work.session.scalars(_first_line(lease)).one()
        entry.debit_cents += 700
    landlord.line(counter).is_cut = False
    counter.pull()
    assert balance(counter, lease) == owed + 700 - 1_000
    assert counter.status().waiting == 1
    landlord.settle()
    assert same_as_central(landlord, counter)


def test_what_central_refuses_vanishes_and_staff_are_told(landlord: World, counter: Station) -> None:
    lease = a_lease(counter)
    request = report_fault(counter, lease)
    landlord.settle()
    with agency_write(landlord.store.database, {"AG02"}) as work:
        work.session.delete(work.session.get_one(ServiceRequest, request))
    answer(counter, request, "Nous passons demain.")
    landlord.settle()
    assert [item.code for item in counter.attention()] == ["request_unknown"]
    assert same_as_central(landlord, counter)
    counter.acknowledge(counter.attention()[0].seq)
    assert counter.attention() == ()


def test_a_replay_that_is_refused_is_told_before_central_is_asked(landlord: World, counter: Station) -> None:
    request = report_fault(counter, a_lease(counter))
    landlord.settle()
    answer(counter, request, "Nous passons demain.")
    with agency_write(landlord.store.database, {"AG02"}) as work:
        work.session.delete(work.session.get_one(ServiceRequest, request))
    counter.pull()
    assert [item.code for item in counter.attention()] == ["request_unknown"]


def test_a_warning_from_central_is_kept_for_staff(landlord: World, counter: Station) -> None:
    with agency_write(landlord.store.database, {"AG02"}) as work:
        work.session.delete(work.session.get_one(Staff, "claire"))
    take_cash(counter, a_lease(counter), 1_000)
    landlord.settle()
    assert [warning.code for warning in counter.ask(unsettled)] == ["staff_unknown"]
    assert (counter.attention(), counter.status().attention) == ((), 1), "it is shown once"
    assert len(central_rows(landlord, "payment", "AG02")) == 1, "the cash is in the drawer"


def test_a_deleted_row_leaves_every_station(landlord: World, counter: Station) -> None:
    lease = a_lease(counter)
    with agency_write(landlord.store.database, {"AG02"}) as work:
        entry = work.session.scalars(_first_line(lease)).one()
        gone = entry.id
        work.session.delete(entry)
    landlord.settle()
    assert gone not in {row[0] for row in rows(counter, "ledger_entry")}
    assert same_as_central(landlord, counter)


def test_a_copied_disk_starts_a_new_life_and_loses_nothing(landlord: World, counter: Station) -> None:
    lease = a_lease(counter)
    folder = landlord.folder_of(counter)
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    take_cash(counter, lease, 1_000)
    twin = landlord.reopen(copy)
    take_cash(twin, lease, 2_000)
    landlord.settle()
    taken = {row[3] for row in rows(counter, "payment")}
    assert len(central_rows(landlord, "payment", "AG02")) == 2, taken
    assert same_as_central(landlord, counter)
    assert same_as_central(landlord, twin)


def test_a_new_epoch_at_central_makes_stations_start_afresh(landlord: World, counter: Station) -> None:
    lease = a_lease(counter)
    take_cash(counter, lease, 1_000)
    landlord.settle()
    with landlord.store.database.write() as session:
        session.execute(text("UPDATE scope SET epoch = 'after the restore' WHERE id = 'AG02'"))
    take_cash(counter, lease, 2_000)
    landlord.settle()
    assert len(central_rows(landlord, "payment", "AG02")) == 2
    assert same_as_central(landlord, counter)


def test_nobody_writes_a_travelling_row_outside_a_unit_of_work(landlord: World) -> None:
    with (
        pytest.raises(Exception, match="only be written in a unit of work"),
        landlord.store.database.write() as session,
    ):
        session.execute(text("UPDATE lease SET rent_cents = 1"))


@pytest.mark.parametrize("body", [b"", b"<html>Bienvenue sur le wifi</html>", b"\x28\xb5\x2f\xfd junk"])
def test_nonsense_instead_of_an_answer_changes_nothing(
    landlord: World, counter: Station, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_cash(counter, a_lease(counter), 1_000)
    before = rows(counter, "ledger_entry")
    monkeypatch.setattr(landlord.line(counter), "post", lambda _path, _body: body)
    with pytest.raises(Nonsense):
        counter.exchange()
    assert rows(counter, "ledger_entry") == before
    assert counter.status().waiting == 1


def test_an_answer_cut_short_changes_nothing(
    landlord: World, counter: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_cash(counter, a_lease(counter), 1_000)
    line = landlord.line(counter)
    whole = line.post
    monkeypatch.setattr(line, "post", lambda path, body: whole(path, body)[:-20])
    with pytest.raises(Nonsense):
        counter.exchange()
    assert counter.status().waiting == 1
    monkeypatch.undo()
    landlord.settle()
    assert len(central_rows(landlord, "payment", "AG02")) == 1


def test_a_photo_arrives_after_its_request_and_is_marked(landlord: World, counter: Station) -> None:
    content = kept_photo()
    digest = hashlib.sha256(content).hexdigest()
    lease = a_lease(counter)
    counter.uploads.keep(digest, content, "image/jpeg")
    photo = Photo(sha256=digest, size=len(content), media_type="image/jpeg")
    opened = OpenRequest(
        lease_id=lease, category="heating", place="salon", description="Froid.", photos=(photo,)
    )
    counter.perform(opened, CLAIRE)
    assert (counter.status().waiting, counter.status().files_waiting) == (1, 1)
    landlord.settle()
    other = landlord.station("counter")
    assert other.photo(digest) == content
    assert [row.arrived for row in other.ask(_photos)] == [True]
    assert landlord.station("counter", "AG01").status().bootstrapped
    with pytest.raises(Exception, match="blob_unknown"):
        landlord.stations[-1].photo(digest)


def _events(session: Session) -> Sequence[Row[tuple[object, ...]]]:
    return session.execute(text("SELECT * FROM request_event ORDER BY at")).all()


def _photos(session: Session) -> Sequence[RequestPhoto]:
    return session.scalars(select(RequestPhoto)).all()


def _first_line(lease: str) -> Select[tuple[LedgerEntry]]:
    return select(LedgerEntry).where(LedgerEntry.lease_id == lease).order_by(LedgerEntry.id).limit(1)
