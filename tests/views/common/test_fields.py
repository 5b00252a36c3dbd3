"""Entries: what they take, what they say when something is wrong, and what a screen reader hears."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.views.common.card import Card
from desktop.views.common.choice import ChoiceTiles, Tick
from desktop.views.common.entry import EntryKind, dated
from desktop.views.common.field import Field, LongField
from tests.views.common.conftest import Show
from tests.views.looks import check


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("2", "2"), ("22", "22"), ("221", "22/1"), ("22111990", "22/11/1990"), ("22/11/19905", "22/11/1990")],
)
def test_a_date_gets_its_strokes(typed: str, shown: str) -> None:
    assert dated(typed) == shown


@pytest.mark.parametrize(
    ("entry", "typed", "kept"),
    [
        (EntryKind.DATE, "22111990", "22/11/1990"),
        (EntryKind.DIGITS, "12a34", "1234"),
        (EntryKind.AMOUNT, "12,505", "12,50"),
        (EntryKind.AMOUNT, "x9.5", "9.5"),
        (EntryKind.CODE, "ab2-c", "AB2-C"),
        (EntryKind.PHONE, "+33 6b1", "+33 61"),
        (EntryKind.TEXT, "So, what?", "So, what?"),
    ],
)
def test_an_entry_takes_only_its_kind(
    entry: EntryKind, typed: str, kept: str, show: Show, qtbot: QtBot
) -> None:
    field = Field("Anything", entry=entry)
    show(field, 600, 200)
    heard: list[str] = []
    field.edited.connect(heard.append)
    qtbot.keyClicks(field.edit, typed)
    assert field.text() == kept
    assert heard[-1] == kept


def test_what_the_program_writes_is_not_heard_as_typed(show: Show) -> None:
    field, heard = Field("Amount", entry=EntryKind.AMOUNT), list[str]()
    field.edited.connect(heard.append)
    field.set_text("12,00")
    assert (field.text(), heard) == ("12,00", [])


def test_an_error_is_shown_described_and_taken_back(show: Show) -> None:
    field = Field("Amount", help_text="In euros", entry=EntryKind.AMOUNT)
    show(field, 600, 300)
    interface = QAccessible.queryAccessibleInterface(field.edit)
    assert interface.text(QAccessible.Text.Name) == "Amount"
    assert interface.text(QAccessible.Text.Description) == "In euros"
    field.show_error("Too much")
    assert field.error == "Too much"
    assert interface.text(QAccessible.Text.Description) == "Too much"
    field.show_error("")
    assert field.error == ""
    assert interface.text(QAccessible.Text.Description) == "In euros"


def test_a_touch_on_the_label_goes_to_the_entry(show: Show) -> None:
    field = Field("Name")
    show(field, 600, 200)
    label = next(label for label in field.findChildren(QLabel) if label.text() == "Name")
    assert label.buddy() is field.edit


def test_an_error_does_not_move_what_stands_beside_it(show: Show) -> None:
    field = Field("Amount")
    show(field, 600, 300)
    before = field.edit.geometry()
    field.edit.setFocus()
    assert field.edit.geometry() == before


def test_a_secret_is_hidden_until_asked_for(show: Show, qtbot: QtBot) -> None:
    field = Field("Password", entry=EntryKind.SECRET)
    show(field, 600, 200)
    qtbot.keyClicks(field.edit, "chat")
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    assert field.edit.displayText() == "●●●●"
    before = field.reveal.accessibleName()
    field.reveal.click()
    assert field.edit.displayText() == "chat"
    assert field.reveal.accessibleName() not in {"", before}
    field.reveal.click()
    assert field.edit.displayText() == "●●●●"


def test_a_long_entry_stops_at_its_end_and_says_so_before(show: Show, qtbot: QtBot) -> None:
    field = LongField("Tell us", max_length=10)
    show(field, 600, 400)
    qtbot.keyClicks(field.edit, "123456789")
    left = [label.text() for label in field.findChildren(QLabel) if label.isVisible()]
    assert any("1" in words for words in left[1:])
    qtbot.keyClicks(field.edit, "0ABC")
    assert field.text() == "1234567890"


def test_one_tile_of_several_is_chosen(show: Show) -> None:
    tiles, heard = ChoiceTiles(), list[object]()
    tiles.chosen.connect(heard.append)
    water = tiles.add("water", "Water", "water")
    heat = tiles.add("heat", "Heating", "heating")
    show(tiles, 900, 200)
    assert tiles.choice() is None
    water.click()
    heat.click()
    assert (tiles.choice(), heard) == ("heat", ["water", "heat"])
    tiles.choose("water")
    assert (tiles.choice(), len(heard)) == ("water", 2)
    assert check(tiles) == []


def test_a_tick_can_be_set_by_touching_its_sentence(show: Show, qtbot: QtBot) -> None:
    tick = Tick("I agree that the agency writes to me about my lease and about nothing else at all.")
    card = Card()
    card.body.addWidget(tick)
    show(card, 500, 300)
    sentence = next(label for label in tick.findChildren(QLabel) if label.text())
    at = sentence.mapTo(tick, sentence.rect().center())
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=at)
    assert tick.isChecked()
    assert check(card) == []
