"""Every screen of the counter, in both languages and sizes: nothing cut, all named, reached and readable."""

from pathlib import Path

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.common.language import Language
from desktop.views.counter.look import CounterLook
from desktop.views.counter.screens import counter_screens
from tests.sweeps import drawn
from tests.views import looks
from tests.views.counter.kit import Desk, desk
from tests.views.counter.tour import tour

LOOKS = [(Language.FR, 1.0), (Language.EN, 1.0), (Language.FR, 2.0), (Language.EN, 2.0)]


@pytest.mark.parametrize(
    ("language", "text"),
    drawn(LOOKS, 2, always=LOOKS[:1], named=[f"{language.value}-{text}" for language, text in LOOKS]),
)
def test_every_screen_can_be_read_reached_and_used(
    qapp: QApplication, tmp_path: Path, language: Language, text: float
) -> None:
    complaints: dict[str, list[str]] = {}
    seen: set[str] = set()
    with desk(qapp, tmp_path, look=CounterLook(language, text)) as counter:
        for screen in tour(counter):
            seen.add(counter.shell.place)
            looks.snapshot(counter.shell, f"counter/{language.value}-{text:.0f}-{screen}")
            found = complaints_about(counter, contrast=language is Language.FR and text == 1.0)
            if found:
                complaints[screen] = found
    assert complaints == {}
    unseen = set(counter_screens()) - seen
    assert not unseen, f"walk through {unseen} in a file of tests/views/counter/tours"


@pytest.mark.parametrize("language", [Language.FR, Language.EN], ids=lambda each: each.value)
def test_the_bar_above_is_one_line_at_the_smallest_counter(
    qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    with desk(qapp, tmp_path, look=CounterLook(language)) as counter:
        counter.sign_in()
        looks.settle(counter.shell)
        assert counter.shell.stage.frame is not None
        assert counter.shell.stage.frame.top.height() < 2 * counter.shell.stage.frame.lock.height()


def complaints_about(counter: Desk, *, contrast: bool) -> list[str]:
    """All checks; that of the colours once is enough, they are the same everywhere."""
    window = counter.shell
    return [
        *looks.nothing_clipped(window),
        *looks.targets_big_enough(window),
        *looks.everything_named(window),
        *looks.tab_order_complete(window),
        *(looks.contrast_ok(window) if contrast else ()),
        *doubled_keys(counter),
    ]


def doubled_keys(counter: Desk) -> list[str]:
    """A key that two things on one screen would answer to."""
    seen: dict[str, QWidget] = {}
    doubled = []
    for shortcut in counter.shell.findChildren(QShortcut):
        owner = shortcut.parent()
        if not isinstance(owner, QWidget) or not owner.isVisible():
            continue
        for key in QShortcut.keys(shortcut):
            words = key.toString()
            if words in seen:
                doubled.append(f"{words} presses {owner} and {seen[words]}")
            seen[words] = owner
    return doubled
