"""The on-screen keyboard: it comes for entries, types what it shows, and hides nothing."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.views.common.entry import EntryKind
from desktop.views.common.field import Field, LongField
from desktop.views.common.kiosk_frame import KioskFrame
from desktop.views.common.page import KioskPage
from desktop.views.common.theme import Scale
from tests.views.common.conftest import Dress, Show
from tests.views.looks import nothing_clipped, settle, targets_apart, targets_big_enough


class Form:
    """A kiosk with one entry of each kind."""

    def __init__(self) -> None:
        self.frame = KioskFrame("Agency")
        page = KioskPage("Form", "Fill it in")
        page.set_steps(1, 3)
        self.fields = {
            entry: Field(entry.name, entry=entry) for entry in EntryKind if entry is not EntryKind.NONE
        }
        for field in self.fields.values():
            page.body.addWidget(field)
        self.story = LongField("Story")
        page.body.addWidget(self.story)
        page.set_back("Back")
        page.set_primary("Next")
        self.page = page
        self.frame.show_page(page)

    def touch(self, entry: EntryKind) -> Field:
        self.fields[entry].setFocus()
        settle(self.frame)
        return self.fields[entry]

    def type(self, *keys: str) -> None:
        for key in keys:
            self.frame.keyboard.press(key)


@pytest.fixture
def form(show: Show) -> Form:
    form = Form()
    show(form.frame)
    return form


def test_it_is_away_until_an_entry_is_touched(form: Form) -> None:
    assert form.frame.keyboard.entry is EntryKind.NONE
    form.touch(EntryKind.DIGITS)
    assert form.frame.keyboard.entry is EntryKind.DIGITS
    form.frame.setFocus()
    assert form.frame.keyboard.entry is EntryKind.NONE


def test_it_types_into_the_entry_that_has_the_focus(form: Form) -> None:
    field = form.touch(EntryKind.DIGITS)
    form.type("1", "0", "0", "2")
    assert field.text() == "1002"
    assert field.edit.hasFocus()


def test_erasing_takes_one_and_clearing_takes_all(form: Form) -> None:
    field = form.touch(EntryKind.AMOUNT)
    form.type("1", "2", ",", "5")
    _press_doing(form, "BACKSPACE")
    assert field.text() == "12,"
    _press_doing(form, "CLEAR")
    assert field.text() == ""


def test_a_name_begins_with_a_capital_and_goes_on_without(form: Form) -> None:
    field = form.touch(EntryKind.NAME)
    form.type("z", "o")
    assert field.text() == "Zo"


def test_accents_and_figures_are_one_layer_away(form: Form) -> None:
    field = form.touch(EntryKind.TEXT)
    form.type("accents", "é", "figures", "4", "letters", "a")
    assert field.text() == "é4a"


def test_an_address_has_its_signs_at_hand(form: Form) -> None:
    field = form.touch(EntryKind.EMAIL)
    form.type("a", "@", "b", ".fr")
    assert field.text() == "a@b.fr"


def test_every_sign_of_an_activation_code_can_be_typed_and_no_other(form: Form) -> None:
    form.touch(EntryKind.CODE)
    signs = {top.typed for top in form.frame.keyboard.tops if top.typed}
    assert signs == set("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")


def test_a_password_of_four_classes_can_be_typed(form: Form) -> None:
    field = form.touch(EntryKind.SECRET)
    _press_doing(form, "SHIFT")
    form.type("T", "r", "figures", "7", "#")
    assert field.text() == "Tr7#"


def test_keys_of_a_secret_do_not_light_up(form: Form) -> None:
    form.touch(EntryKind.SECRET)
    typing = [top for top in form.frame.keyboard.tops if top.typed and top.key.does.name == "TYPE"]
    assert typing
    assert {top.property("secret") for top in typing} == {"true"}


def test_several_lines_can_be_typed_into(form: Form) -> None:
    form.story.setFocus()
    form.type("b", "o", "n")
    assert form.story.text() == "Bon"


def test_ok_puts_it_away(form: Form) -> None:
    form.touch(EntryKind.DIGITS)
    _press_doing(form, "DONE")
    assert form.frame.keyboard.entry is EntryKind.NONE


def test_a_new_page_puts_it_away(form: Form) -> None:
    form.touch(EntryKind.DIGITS)
    form.frame.show_page(KioskPage("Other"))
    assert form.frame.keyboard.entry is EntryKind.NONE


def test_what_is_read_only_does_not_call_it(form: Form) -> None:
    form.fields[EntryKind.TEXT].edit.setReadOnly(True)
    form.touch(EntryKind.TEXT)
    assert form.frame.keyboard.entry is EntryKind.NONE


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("entry", [entry for entry in EntryKind if entry is not EntryKind.NONE])
def test_the_entry_is_in_view_and_keys_are_large(
    entry: EntryKind, text: float, size: tuple[int, int], dress: Dress, show: Show
) -> None:
    dress(scale=Scale(text=text))
    form = Form()
    show(form.frame, *size)
    field = form.touch(entry)
    keyboard = form.frame.keyboard
    assert (form.frame.width(), form.frame.height()) == size
    assert _in(field.edit, form.page.scroller.viewport())
    assert _in(keyboard, form.frame)
    assert targets_big_enough(keyboard) == []
    assert targets_apart(keyboard) == []
    assert nothing_clipped(keyboard) == []


def test_the_eye_beside_a_secret_leaves_the_keyboard_up(form: Form) -> None:
    field = form.touch(EntryKind.SECRET)
    field.reveal.click()
    assert form.frame.keyboard.entry is EntryKind.SECRET
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal


def _press_doing(form: Form, does: str) -> None:
    next(top for top in form.frame.keyboard.tops if top.key.does.name == does).click()


def _in(inner: QWidget, outer: QWidget) -> bool:
    box = inner.rect().translated(inner.mapTo(outer, QPoint(0, 0)))
    return outer.rect().contains(box)
