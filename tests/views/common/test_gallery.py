"""Every widget in every look, measured; the pictures are in build/looks/common for eyes."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from desktop.views.common.language import Language
from desktop.views.common.theme import CONTRAST, LIGHT, Kind, Scale, Tokens
from tests.views.common import gallery
from tests.views.common.conftest import Dress, Show
from tests.views.looks import check, snapshot, targets_apart

Make = Callable[[], QWidget]
ACROSS, UPRIGHT, TALL, DESK = (1920, 1080), (1080, 1920), (1400, 3600), (1366, 768)
COUNTER = Scale(Kind.COUNTER)
Size = tuple[int, int]
SCENES: list[tuple[str, Make, Size, Scale, tuple[Tokens, ...]]] = [
    ("home", gallery.home, ACROSS, Scale(), (LIGHT, CONTRAST)),
    ("home-upright", gallery.home, UPRIGHT, Scale(), (LIGHT,)),
    ("home-200", gallery.home, UPRIGHT, Scale(text=2.0), (LIGHT,)),
    ("sheet", gallery.sheet, TALL, Scale(), (LIGHT, CONTRAST)),
    ("form", gallery.sign_in, UPRIGHT, Scale(), (LIGHT,)),
    ("counter", gallery.counter, DESK, COUNTER, (LIGHT, CONTRAST)),
]
FAULTS = ("its words need", "px, at least", "has no name", "be reached", "contrast", "no font", "nearer")
LOOKS = [
    pytest.param(make, size, (tokens, scale), id=f"{name}-{tokens.name}")
    for name, make, size, scale, sets in SCENES
    for tokens in sets
]


@pytest.mark.parametrize(("make", "size", "look"), LOOKS)
def test_a_scene_looks_right(
    make: Make,
    size: Size,
    look: tuple[Tokens, Scale],
    dress: Dress,
    show: Show,
    request: pytest.FixtureRequest,
) -> None:
    dress(*look)
    scene = show(make(), *size)
    snapshot(scene, f"common/{request.node.callspec.id}")
    assert (scene.width(), scene.height()) == size
    assert check(scene) == []
    assert targets_apart(scene) == []


@pytest.mark.parametrize("make", [gallery.home, gallery.sheet])
def test_a_scene_can_be_mirrored(make: Make, dress: Dress, show: Show) -> None:
    dress(language=Language.AR)
    scene = show(make(), *TALL)
    snapshot(scene, f"common/{make.__name__}-mirrored")
    assert check(scene) == []


def test_all_icons_on_one_sheet(show: Show) -> None:
    scene = show(gallery.icon_sheet(), 1500, 1150)
    snapshot(scene, "common/icons")
    assert check(scene) == []


def test_the_checks_see_what_is_wrong(dress: Dress, show: Show) -> None:
    """A scene made badly on purpose: each check finds its own fault."""
    scene = show(gallery.bad(), 600, 400)
    complaints = "\n".join([*check(scene), *targets_apart(scene)])
    for fault in (
        "its words need",
        "at least",
        "has no name",
        "cannot be reached",
        "contrast",
        "no font",
        "nearer",
    ):
        assert fault in complaints, fault
