"""A walk past a colleague who is locked out: an agent reads of it, the manager lets them in again."""

from collections.abc import Iterator

from desktop.services.access.staff import NoteStaffSignIn
from desktop.services.access.staff_locks import locked_staff
from desktop.views.counter.attention.view import AttentionView
from tests.unit.services.rows import staff
from tests.views.counter.kit import Desk
from tests.views.counter.tours.warnings import as_manager


def tour(desk: Desk) -> Iterator[str]:
    desk.add(staff("paul.lemaire", name="Paul Lemaire"))
    for _ in range(10):
        failed = NoteStaffSignIn(login="paul.lemaire", succeeded=False)
        desk.station.perform(failed, f"device:{desk.station.settings.device_id}")
    desk.pages.go("attention")
    yield "locked"
    desk.pages.go("search")
    as_manager(desk)
    desk.pages.go("attention")
    yield "locked-manager"
    view = desk.pages.view(AttentionView)
    desk.pages.type(view.word, "Il est devant moi.")
    desk.pages.press("Ctrl+Return")
    yield "locked-no-more"
    assert desk.station.ask(locked_staff, desk.station.now()) == ()
