"""Every screen says in its folder all there is to know of it, and nothing that it says leads nowhere."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTranslator, Signal
from PySide6.QtWidgets import QWidget

from desktop.views.common.bundle import RESOURCES
from desktop.views.common.icons import names
from desktop.views.common.scene import Scene
from desktop.views.common.screen import Screen, Words, screens, signals
from desktop.views.counter.paper import What
from desktop.views.counter.screens import counter_screens, lease_ways, ways
from desktop.views.kiosk.parts import KioskParts
from desktop.views.kiosk.screens import KioskScreen, Tile, kiosk_screens, tiles
from desktop.views.kiosk.visit import Visit
from tests.architecture.sources import DESKTOP, modules, tree
from tests.views.kiosk.kit import hall

HOUSES: dict[str, Mapping[str, Screen[Any]]] = {"kiosk": kiosk_screens(), "counter": counter_screens()}
EVERY = [
    pytest.param(each, id=f"{house}-{place}")
    for house, all_ in HOUSES.items()
    for place, each in all_.items()
]


def undeclared(folder: Path) -> list[str]:
    """Folders with a presenter of a screen but without a screen.py."""
    return [
        f"{file.parent.name}/ has a presenter and no screen.py: add one that holds SCREEN = …"
        for file in sorted(folder.glob("*/presenter.py"))
        if "Scene[" in file.read_text("utf-8") and not (file.parent / "screen.py").exists()
    ]


def loose_ends(screen: Screen[Any]) -> list[str]:
    """Signals without a method of their name, and methods that no signal is called after."""
    view, kind = screen.view, screen.presenter
    said = set(signals(view))
    shared = {name for base in kind.__mro__ if base.__module__.endswith(".scene") for name in vars(base)}
    own = {name for name in dir(kind) if not name.startswith("_") and callable(getattr(kind, name))}
    lost = [
        f"{view.__name__}.{name}: no method of {kind.__name__} has its name; write `def {name}`"
        for name in sorted(said - own)
    ]
    idle = [
        f"{kind.__name__}.{name}: {view.__name__} has no such signal; name it after one, or begin it with _"
        for name in sorted(own - said - shared)
    ]
    return lost + idle


def doubled(entries: Iterable[tuple[str, object]]) -> list[str]:
    """Places that claim the same key or the same order."""
    taken: dict[object, str] = {}
    return [
        f"{place}/screen.py and {taken[claim]}/screen.py both claim {claim!r}: give one of them another"
        for place, claim in entries
        if claim in taken or taken.setdefault(claim, place) != place
    ]


def nowhere(module: ast.Module, places: Iterable[str]) -> list[str]:
    """Places that a presenter or a shell goes to and that no folder is called after."""
    went = [
        (node.lineno, node.args[0].value)
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "go"
        if node.args and isinstance(node.args[0], ast.Constant)
    ]
    return [
        f"line {line}: there is no screen {place!r}; a place is the name of a folder with a screen.py"
        for line, place in went
        if place not in set(places)
    ]


def untranslated(screen: Screen[Any], french: QTranslator) -> list[str]:
    """What a screen calls itself and no French is known for, under the name of its view."""
    return [
        f"{words}: write Words({screen.view.__name__!r}, …), then run packaging/translations.py"
        for words in _words(screen)
        if words.view != screen.view.__name__ or not french.translate(words.view, words.english)
    ]


def _words(part: Any) -> Iterable[Words]:
    if isinstance(part, Words):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _words(each)
    elif hasattr(part, "__dataclass_fields__"):
        for name in part.__dataclass_fields__:
            yield from _words(getattr(part, name))


def without_somebody(place: str, screen: KioskScreen, parts: KioskParts) -> list[str]:
    """A kiosk's screen that asks who is signed in and does not say that somebody must be."""
    if screen.private:
        return []
    try:
        screen.presenter(parts, _Nobody()).open()  # type: ignore[arg-type]
    except LookupError:
        return [f"{place}/screen.py says private=False, but its presenter asks who is signed in: say True"]
    return []


class _Nobody:
    """A guide while nobody is signed in."""

    language = "fr"

    def __init__(self) -> None:
        self.visit = Visit()

    def report(self, error: Exception) -> None:
        raise error


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KioskParts]:
    with hall(tmp_path_factory.mktemp("kiosk")) as built:
        yield built.parts


@pytest.fixture(scope="module")
def french() -> QTranslator:
    known = QTranslator()
    assert known.load(str(RESOURCES / "translations" / "guichet_fr.qm"))
    return known


@pytest.mark.parametrize("house", HOUSES)
def test_every_folder_of_a_screen_declares_it(house: str) -> None:
    assert len(HOUSES[house]) >= 8
    assert undeclared(DESKTOP / "views" / house) == []


@pytest.mark.parametrize("screen", EVERY)
def test_no_signal_and_no_method_is_left_loose(screen: Screen[Any]) -> None:
    assert loose_ends(screen) == []


@pytest.mark.parametrize("screen", EVERY)
def test_what_a_screen_calls_itself_has_its_french(screen: Screen[Any], french: QTranslator) -> None:
    assert untranslated(screen, french) == []


def test_no_two_tiles_claim_the_same_place_on_the_home_screen() -> None:
    tiles = [(place, each.tile.order) for place, each in kiosk_screens().items() if each.tile is not None]
    assert len(tiles) >= 5
    assert doubled(tiles) == []


def test_no_two_ways_of_the_counter_claim_the_same_key_or_place() -> None:
    top, lease = ways(), lease_ways()
    assert (len(top) >= 4, len(lease) >= 2) == (True, True)
    assert doubled((place, way.key) for place, way in (*top.items(), *lease.items())) == []
    for found in (top, lease):
        assert doubled((place, way.order) for place, way in found.items()) == []


def test_every_way_out_of_the_file_of_a_lease_leads_to_a_screen_about_a_lease() -> None:
    assert {counter_screens()[place].about for place in lease_ways()} == {"lease"}


def test_every_paper_of_the_counter_is_called_something_and_by_one_screen() -> None:
    named = [(each.what, place) for place, screen in counter_screens().items() for each in screen.papers]
    assert {*What} <= {what for what, _place in named}, "name it in the screen.py of who prints it: papers="
    assert doubled((place, what) for what, place in named) == []


def test_an_icon_that_a_screen_names_is_there() -> None:
    shown = (*tiles().values(), *ways().values(), *lease_ways().values())
    assert {each.icon for each in shown} <= set(names())


@pytest.mark.parametrize("house", HOUSES)
def test_every_way_leads_to_a_screen(house: str) -> None:
    files = modules(DESKTOP / "views" / house, at_least=20)
    assert {file.name: lost for file in files if (lost := nowhere(tree(file), HOUSES[house]))} == {}


@pytest.mark.parametrize("place", kiosk_screens())
def test_a_screen_that_asks_who_is_signed_in_says_that_it_is_private(place: str, parts: KioskParts) -> None:
    assert without_somebody(place, kiosk_screens()[place], parts) == []


# Planted breaches


class _View(QWidget):
    pay_pressed = Signal()
    back_pressed = Signal()


class _Presenter(Scene[Any, Any, None]):
    def __init__(self, parts: Any, guide: Any) -> None:
        super().__init__(parts, guide, None)

    def pay(self) -> None: ...

    def back_pressed(self) -> None: ...

    def open(self) -> None:
        assert self._guide.visit.lease_id


def _planted(**said: Any) -> KioskScreen:
    usual = {"presenter": _Presenter, "view": _View, "private": False, "tile": None, "help": None}
    return KioskScreen(**usual | said)


def test_a_folder_without_declaration_is_named(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "presenter.py").write_text("class KeysPresenter(KioskScene[KeysState]): ...\n")
    assert undeclared(tmp_path) == ["keys/ has a presenter and no screen.py: add one that holds SCREEN = …"]


def test_a_declaration_of_something_else_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "planted_house" / "keys"
    folder.mkdir(parents=True)
    for file, text in (("../__init__.py", ""), ("__init__.py", ""), ("screen.py", "SCREEN = 'keys'\n")):
        (folder / file).write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(TypeError, match=r"planted_house\.keys\.screen must hold SCREEN = KioskScreen"):
        screens("planted_house", KioskScreen)


def test_a_declaration_that_leaves_privacy_out_is_not_one() -> None:
    with pytest.raises(TypeError, match="private"):
        KioskScreen(presenter=_Presenter, view=_View, tile=None, help=None)  # type: ignore[call-arg]


def test_a_loose_signal_and_a_method_that_answers_none_are_named() -> None:
    assert loose_ends(_planted()) == [
        "_View.pay_pressed: no method of _Presenter has its name; write `def pay_pressed`",
        "_Presenter.pay: _View has no such signal; name it after one, or begin it with _",
    ]


def test_two_screens_with_one_claim_are_named() -> None:
    assert doubled([("pay", "F2"), ("keys", "F2"), ("home", "F3")]) == [
        "keys/screen.py and pay/screen.py both claim 'F2': give one of them another"
    ]


def test_a_way_that_leads_nowhere_is_named() -> None:
    found = nowhere(ast.parse("self._guide.go('keys')\nself._guide.go('pay')"), ["pay"])
    assert found == ["line 1: there is no screen 'keys'; a place is the name of a folder with a screen.py"]


def test_words_under_another_name_are_named(french: QTranslator) -> None:
    tile = Tile(order=1, icon="card", words=Words("PayView", "Pay"), hint=Words("_View", "Unheard of"))
    assert len(untranslated(_planted(tile=tile), french)) == 2


def test_a_private_screen_that_anybody_could_reach_is_named(parts: KioskParts) -> None:
    found = without_somebody("keys", _planted(), parts)
    assert found == ["keys/screen.py says private=False, but its presenter asks who is signed in: say True"]
