"""What became of this station's own record is told to staff until they have read it."""

import msgspec

from desktop.models.payment import Payment
from desktop.sync.standing import Damage
from desktop.views.counter.attention.view import AttentionView
from tests.sync.test_unreadable_journal import flip, page_read_by_every_command
from tests.views.counter.kit import Desk


def test_a_record_that_was_gone_is_told_until_somebody_has_read_it(at_work: Desk) -> None:
    damage = Damage("2026-11-22T09:00:00+00:00", "journal.db.damaged-1", 0, gone=True)
    at_work.station.journal.set_meta("damage", msgspec.msgpack.encode(damage))
    at_work.shell.burst.end()
    at_work.settle()
    assert at_work.shell.stage.frame is not None
    assert at_work.shell.stage.frame.places["attention"].text() == "À revoir (1)"
    at_work.pages.go("attention")
    assert "Le registre de ce poste avait disparu" in at_work.pages.words
    at_work.pages.click(at_work.pages.view(AttentionView).noted)
    assert "avait disparu" not in at_work.pages.words
    at_work.shell.burst.end()
    at_work.settle()
    assert at_work.shell.stage.frame.places["attention"].text() == "À revoir"


def test_a_record_that_cannot_be_read_takes_no_money_and_leaving_opens_the_station_anew(
    at_work: Desk,
) -> None:
    restarts: list[None] = []
    at_work.shell.restart_wanted.connect(lambda: restarts.append(None))
    at_work.pages.open("el amrani")
    flip(at_work.station, page_read_by_every_command(at_work.station))
    at_work.pages.take_cash("100")
    assert "ne peut plus être lu : rien n’est enregistré" in at_work.pages.message
    assert "N’encaissez rien. Quittez (Ctrl Q)" in at_work.pages.message
    assert at_work.count(Payment) == 0
    at_work.shell.burst.end()
    at_work.settle()
    assert "ne peut plus être lu" in at_work.pages.incident, "it is said on every screen, once"
    assert "Registre illisible : redémarrez le poste" in at_work.pages.words
    assert restarts == []
    at_work.pages.sign_out()
    at_work.shell.burst.end()
    at_work.settle()
    assert restarts
