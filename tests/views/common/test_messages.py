"""Messages say the same in colour, icon and words, and nothing becomes a window by accident."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.sync.standing import SyncStatus
from desktop.views.common.banner import Banner, Tone
from desktop.views.common.buttons import BigButton, IconButton, PrimaryButton
from desktop.views.common.card import Card
from desktop.views.common.empty import Placeholder
from desktop.views.common.field import Field
from desktop.views.common.language import Language
from desktop.views.common.money import MoneyLabel
from desktop.views.common.progress import Progress
from desktop.views.common.status_line import StatusLine
from desktop.views.common.steps import Steps
from tests.views.common.conftest import Dress, Show
from tests.views.looks import check, settle

AT = datetime(2026, 11, 22, 13, 5, tzinfo=UTC)


@pytest.mark.parametrize("tone", Tone)
def test_every_tone_has_an_icon_of_its_own(tone: Tone, dress: Dress) -> None:
    assert [other for other in Tone if other.icon == tone.icon] == [tone]
    assert [other for other in Tone if other.colour == tone.colour] == [tone]


def test_a_banner_speaks_and_falls_silent(show: Show) -> None:
    card, banner = Card(), Banner()
    card.body.addWidget(banner)
    show(card, 900, 300)
    assert banner.words == ""
    banner.say(Tone.DANGER, "Refused", "No money moved")
    settle(card)
    assert banner.words == "Refused"
    assert banner.accessibleName() == "Refused No money moved"
    assert check(card) == []
    banner.hush()
    assert (banner.words, banner.isVisible()) == ("", False)


def test_what_has_no_place_yet_does_not_become_a_window(
    dress: Dress, qapp: QApplication, qtbot: QtBot
) -> None:
    made = [
        Banner(Tone.INFO, "Hello", "More"),
        Field("Name", help_text="Yours"),
        BigButton("Pay", "card", "By card"),
        Placeholder("receipt", "Nothing yet"),
    ]
    made[1].show_error("Missing")
    made[2].show_hint("Now")
    assert [window for window in qapp.topLevelWidgets() if window.isVisible()] == []
    holder = QWidget()
    column = QVBoxLayout(holder)
    for widget in made:
        column.addWidget(widget)
    qtbot.addWidget(holder)
    holder.show()
    assert [widget.isVisible() for widget in made] == [True] * len(made)
    assert made[0].words == "Hello"
    assert made[1].error == "Missing"


def test_a_hidden_amount_is_hidden_from_ears_too(dress: Dress) -> None:
    amount = MoneyLabel(123_456, masked=True)
    for heard in (amount.text(), amount.accessibleName()):
        assert not any(figure in heard for figure in "123456")
    amount.hide_figures(False)
    assert amount.text() == amount.accessibleName() == "1\u00a0234,56\u00a0€"
    amount.show_cents(-5, "success")
    assert amount.text() == "−0,05\u00a0€"


def test_the_station_tells_how_it_stands(dress: Dress) -> None:
    line, well = StatusLine(), SyncStatus(True, True, 0, 0, AT)
    line.show_status(well, AT + timedelta(hours=2))
    assert line.words == "À jour · soldes\u00a0: aujourd’hui à 14:05"
    line.show_status(replace(well, waiting=1), AT)
    assert line.words.startswith("1")
    away = replace(well, online=False, waiting=3, offline_since=AT)
    line.show_status(away, AT + timedelta(hours=2))
    assert line.words.startswith("Hors ligne, dernier échange\u00a0: aujourd’hui à 14:05 · 3")
    line.show_status(replace(well, waiting=3, update_needed=True), AT + timedelta(hours=2))
    assert line.words == (
        "Mise à jour nécessaire. Vos opérations sont transmises · soldes\u00a0: aujourd’hui à 14:05"
    )
    line.show_status(replace(away, storage_full=True), AT)
    assert "Disque plein" in line.words
    line.show_status(replace(away, revoked=True), AT)
    assert "fermé" in line.words


def test_the_public_does_not_read_how_much_waits(dress: Dress) -> None:
    line = StatusLine()
    well = SyncStatus(True, True, 12, 0, AT)
    line.show_status(well, AT, public=True)
    assert line.words == "À jour"
    line.show_status(replace(well, update_needed=True), AT + timedelta(hours=2), public=True)
    assert line.words == "soldes\u00a0: aujourd’hui à 14:05"


def test_steps_say_where_one_is_in_words(dress: Dress) -> None:
    steps = Steps(2, 4)
    assert steps.accessibleName() == "Étape 2 sur 4"
    dress(language=Language.EN)
    steps.show_step(3, 4)
    assert steps.accessibleName() == "Step 3 of 4"


def test_progress_goes_from_unknown_to_done(dress: Dress) -> None:
    progress = Progress("Reading")
    assert progress.bar.maximum() == 0
    progress.show_done(3, 10)
    assert (progress.bar.value(), progress.bar.maximum()) == (3, 10)
    progress.show_done(0, 0)
    assert progress.bar.maximum() == 1


def test_an_icon_alone_has_a_name_and_the_size_of_a_finger(show: Show) -> None:
    card = Card()
    card.body.addWidget(IconButton("printer", "Print"))
    show(card, 300, 200)
    assert check(card) == []


def test_a_button_keeps_its_size_when_it_gets_the_focus(show: Show) -> None:
    card, button = Card(), PrimaryButton("Next", "arrow", trailing=True)
    card.body.addWidget(button)
    show(card, 600, 200)
    settle(card)
    before = button.size()
    button.setFocus()
    settle(card)
    assert button.size() == before == button.sizeHint().expandedTo(before)
