"""One set of icons: same grid, same stroke, recoloured and mirrored when loaded."""

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QIcon

from desktop.views.common.bundle import RESOURCES
from desktop.views.common.icons import MIRRORED, icon, names, pixmap
from desktop.views.common.language import Language
from desktop.views.common.theme import current
from tests.views.common.conftest import Dress

FOLDER = RESOURCES / "icons"


@pytest.mark.parametrize("name", names())
def test_an_icon_is_drawn_on_the_common_grid_with_the_common_stroke(name: str) -> None:
    root = ET.fromstring((FOLDER / f"{name}.svg").read_text(encoding="utf-8"))
    drawn = {key: root.get(key) for key in ("viewBox", "stroke", "stroke-width", "stroke-linecap", "fill")}
    assert drawn == {
        "viewBox": "0 0 24 24",
        "stroke": "currentColor",
        "stroke-width": "1.75",
        "stroke-linecap": "round",
        "fill": "none",
    }


@pytest.mark.parametrize("name", names())
def test_an_icon_stays_inside_its_box(name: str, dress: Dress) -> None:
    dress()
    image = pixmap(name, "black", 96).toImage()
    border = [image.pixelColor(at, edge).alpha() for at in range(96) for edge in (0, 95)]
    border += [image.pixelColor(edge, at).alpha() for at in range(96) for edge in (0, 95)]
    assert max(border) == 0
    assert any(image.pixelColor(x, y).alpha() > 200 for x in range(96) for y in range(0, 96, 3))


def test_an_icon_takes_the_colour_asked_for(dress: Dress) -> None:
    dress()
    image = pixmap("minus", "red", 48).toImage()
    assert image.pixelColor(24, 24) == QColor("red")


def test_a_button_that_is_off_has_a_grey_icon(dress: Dress) -> None:
    dress()
    image = icon("minus", "red", 48).pixmap(48, 48, QIcon.Mode.Disabled).toImage()
    assert image.pixelColor(24, 24) == QColor(current().tokens.disabled)


def test_arrows_turn_round_where_writing_does_and_clocks_do_not(dress: Dress) -> None:
    dress()
    assert _lean("arrow") > 0
    clock = pixmap("clock", "black", 48).toImage()
    dress(language=Language.AR)
    assert _lean("arrow") < 0
    assert pixmap("clock", "black", 48).toImage() == clock


def _lean(name: str) -> int:
    """How much more ink lies in the right half than in the left one."""
    image = pixmap(name, "black", 48).toImage()
    ink = [sum(image.pixelColor(x, y).alpha() for y in range(48)) for x in range(48)]
    return sum(ink[24:]) - sum(ink[:24])


def test_the_icons_that_turn_exist() -> None:
    assert set(names()) >= MIRRORED


def test_every_icon_a_screen_names_exists() -> None:
    calls = re.compile(r"(?:icon|picture|pixmap|set_icon|Placeholder|Button)\(\s*\"([a-z][a-z-]+)\"")
    known = set(names())
    wrong = []
    for file in (RESOURCES.parent / "views").rglob("*.py"):
        found = calls.findall(file.read_text(encoding="utf-8"))
        wrong += [(file.name, name) for name in found if name not in known and "-" in name]
    assert wrong == []


def test_an_icon_nobody_drew_is_an_error_at_once(dress: Dress) -> None:
    dress()
    with pytest.raises(FileNotFoundError):
        pixmap("unicorn")
