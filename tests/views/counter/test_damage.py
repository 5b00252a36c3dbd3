"""What became of this station's own record is told to staff until they have read it."""

import msgspec

from desktop.sync.standing import Damage
from desktop.views.counter.attention.view import AttentionView
from desktop.views.counter.shift import Place
from tests.views.counter.kit import Desk


def test_a_record_that_was_gone_is_told_until_somebody_has_read_it(at_work: Desk) -> None:
    damage = Damage("2026-11-22T09:00:00+00:00", "journal.db.damaged-1", 0, gone=True)
    at_work.station.journal.set_meta("damage", msgspec.msgpack.encode(damage))
    at_work.shell.catch_up()
    at_work.settle()
    assert at_work.shell.stage.frame is not None
    assert at_work.shell.stage.frame.places[Place.ATTENTION].text() == "À revoir (1)"
    at_work.pages.go(Place.ATTENTION)
    assert "Le registre de ce poste avait disparu" in at_work.pages.words
    at_work.pages.click(at_work.pages.view(AttentionView).noted)
    assert "avait disparu" not in at_work.pages.words
    at_work.shell.catch_up()
    at_work.settle()
    assert at_work.shell.stage.frame.places[Place.ATTENTION].text() == "À revoir"
