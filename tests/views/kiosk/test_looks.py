"""Every screen of the kiosk in both languages, sizes and ways up: nothing cut, all named and reached."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.views.common.language import Language
from desktop.views.kiosk.look import KioskLook
from desktop.views.kiosk.screens import kiosk_screens
from tests.sweeps import drawn
from tests.views import looks
from tests.views.kiosk.kit import hall
from tests.views.kiosk.pages import KioskPages
from tests.views.kiosk.tour import tour
from tests.views.kiosk.window import LANDSCAPE, UPRIGHT, opened

LOOKS = [
    (KioskLook(Language.FR), LANDSCAPE),
    (KioskLook(Language.EN), LANDSCAPE),
    (KioskLook(Language.FR, 2.0), LANDSCAPE),
    (KioskLook(Language.EN, 2.0), LANDSCAPE),
    (KioskLook(Language.FR), UPRIGHT),
    (KioskLook(Language.FR, 2.0), UPRIGHT),
    (KioskLook(Language.FR, 1.0, contrast=True), LANDSCAPE),
]
PICTURED = (LOOKS[0], LOOKS[5])
"""Pictures for people to look at: the usual look, and the one that is hardest to lay out."""


def name_of(look: KioskLook, size: tuple[int, int]) -> str:
    way = "upright" if size == UPRIGHT else "landscape"
    return f"{look.language.value}-{look.text:.0f}-{way}" + ("-contrast" if look.contrast else "")


@pytest.mark.parametrize(
    ("look", "size"), drawn(LOOKS, 3, always=PICTURED, named=[name_of(*each) for each in LOOKS])
)
def test_every_screen_can_be_read_reached_and_used(
    qapp: QApplication, tmp_path: Path, look: KioskLook, size: tuple[int, int]
) -> None:
    complaints: dict[str, list[str]] = {}
    been: set[str] = set()
    with hall(tmp_path) as built, opened(qapp, built, size=size, look=look) as kiosk:
        for screen in tour(kiosk, built):
            been.add(kiosk.shell.place)
            if (look, size) in PICTURED:
                looks.snapshot(kiosk.shell, f"kiosk/{name_of(look, size)}/{screen}")
            assert (kiosk.shell.width(), kiosk.shell.height()) == size
            found = complaints_about(kiosk, colours=look.text == 1.0 and look.language is Language.FR)
            if found:
                complaints[screen] = found
    assert complaints == {}
    unseen = set(kiosk_screens()) - been
    assert not unseen, f"walk through {unseen} in tests/views/kiosk/tour.py"


def complaints_about(kiosk: KioskPages, *, colours: bool) -> list[str]:
    """While a panel covers the screen, it is what counts. Colours are the same in every language and size."""
    seen = kiosk.shell.stage.overlay or kiosk.shell
    return [
        *looks.nothing_clipped(seen),
        *looks.targets_big_enough(seen),
        *looks.targets_apart(kiosk.page.scroller.widget()),
        *looks.everything_named(seen),
        *looks.tab_order_complete(kiosk.page),
        *looks.written_in_house_fonts(seen),
        *(looks.contrast_ok(seen) if colours else ()),
    ]
