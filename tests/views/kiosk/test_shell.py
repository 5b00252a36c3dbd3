"""What surrounds the screens: look and language, idleness, the way out that is none, incidents, the wipe."""

import gc
import sys

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.views.kiosk.look import FIRST_LOOK
from desktop.views.kiosk.screens import kiosk_screens
from tests.unit.services.rows import LEASE
from tests.views.kiosk.kit import Hall
from tests.views.kiosk.pages import KioskPages
from tests.views.kiosk.reading import texts

SECRET = "Le voisin du dessous fume"


def test_another_language_keeps_the_screen_and_every_word_typed(kiosk: KioskPages) -> None:
    kiosk.welcome.touch_sign_in()
    kiosk.type(kiosk.sign_in.view.number, "1758")
    kiosk.type(kiosk.sign_in.view.password, "abc")
    kiosk.touch_language()
    assert kiosk.sign_in.heading == "Sign in"
    assert (kiosk.sign_in.view.number.text(), kiosk.sign_in.view.password.text()) == ("1758", "abc")
    kiosk.touch_language()
    assert kiosk.sign_in.heading == "Se connecter"


def test_larger_words_and_contrast_keep_the_step_one_is_at(home: KioskPages) -> None:
    home.home.touch_tile("new_request")
    home.new_request.touch_tile("plumbing")
    home.touch_text_size()
    home.touch_contrast()
    assert "Où est-ce" in home.new_request.heading
    assert home.shell.stage.look.text > 1


def test_help_covers_and_goes_away(kiosk: KioskPages) -> None:
    kiosk.touch_help()
    assert kiosk.shell.stage.overlay is not None
    kiosk.touch(kiosk.shell.stage.overlay.done)
    assert kiosk.shell.stage.overlay is None


def test_who_walks_away_is_warned_then_forgotten(home: KioskPages) -> None:
    home.wait(59)
    assert home.warning is None
    home.wait(1)
    assert "20 secondes" in " ".join(texts(home.warning))
    home.wait(19)
    assert home.place == "home"
    home.wait(1)
    assert home.place == "welcome"
    assert home.shell.visit.account is None


def test_one_touch_on_continue_stays(home: KioskPages) -> None:
    home.wait(70)
    home.touch(home.warning.go_on)
    assert home.warning is None
    home.wait(59)
    assert home.place == "home"


def test_every_touch_counts_as_presence(home: KioskPages) -> None:
    for _ in range(4):
        home.wait(40)
        home.home.touch_figures()
    assert home.warning is None


def test_a_look_that_somebody_left_is_put_back(kiosk: KioskPages) -> None:
    kiosk.touch_language()
    kiosk.touch_contrast()
    kiosk.wait(80)
    assert kiosk.shell.stage.look == FIRST_LOOK


def test_while_the_terminal_waits_nobody_is_sent_away(home: KioskPages, built: Hall) -> None:
    home.home.touch_tile("pay")
    home.pay.touch_everything()
    charge = built.terminal.charge

    def slow(*said: object) -> object:
        for _ in range(300):
            home.shell.tick()
        assert home.place == "pay"
        assert not home.shell.stage.frame.leave.isEnabled()
        return charge(*said)

    built.terminal.charge = slow
    home.pay.touch_pay()
    assert home.place == "pay"
    assert home.warning is None


@pytest.mark.parametrize("end", ["idle", "finish", "incident"])
def test_after_a_visit_no_widget_and_no_word_of_it_is_left(
    home: KioskPages, qapp: QApplication, end: str
) -> None:
    home.home.touch_figures()
    home.home.touch_tile("new_request")
    home.new_request.touch_tile("nuisance")
    home.new_request.touch_tile("common")
    home.new_request.describe(SECRET)
    QGuiApplication.clipboard().setText(SECRET)
    before = {id(widget) for widget in qapp.allWidgets() if widget.window() is home.shell}
    match end:
        case "idle":
            home.wait(80)
        case "finish":
            home.touch_finish()
            home.goodbye.touch_close()
        case "incident":
            home.shell.report(RuntimeError("a fault of ours"))
            home.settle()
    gc.collect()
    home.settle()
    assert QGuiApplication.clipboard().text() == ""
    everything = " ".join(all_words(qapp))
    for word in (SECRET, "EL AMRANI", LEASE, "1 030,10", "1\u00a0030,10"):
        assert word not in everything
    assert home.shell.visit.account is None
    assert not hasattr(home.shell._presenter.state, "description")
    assert before - {id(widget) for widget in qapp.allWidgets()}


def test_nothing_typed_before_can_be_undone_back(kiosk: KioskPages) -> None:
    kiosk.welcome.touch_sign_in()
    kiosk.type(kiosk.sign_in.view.number, LEASE)
    kiosk.wait(80)
    kiosk.welcome.touch_sign_in()
    edit = kiosk.sign_in.view.number.edit
    edit.undo()
    assert edit.text() == ""


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_system_keys_do_nothing(kiosk: KioskPages, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    kiosk.welcome.touch_sign_in()
    QGuiApplication.clipboard().setText("pasted")
    edit = kiosk.sign_in.view.password.edit
    edit.setFocus()
    QTest.keyClick(edit, key, held)
    assert edit.text() == ""
    assert edit.hasFocus()


def test_the_third_level_of_a_keyboard_still_types(kiosk: KioskPages) -> None:
    kiosk.welcome.touch_sign_in()
    edit = kiosk.sign_in.view.password.edit
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.sendKeyEvent(QTest.KeyAction.Click, edit, Qt.Key.Key_At, "@", both)
    assert kiosk.shell._guard is not None
    QTest.sendKeyEvent(QTest.KeyAction.Click, edit, Qt.Key.Key_At, "@", Qt.KeyboardModifier.NoModifier)
    assert "@" in edit.text()


def test_a_visitor_cannot_close_the_window(kiosk: KioskPages) -> None:
    kiosk.shell._guard.may_close = False  # as in full screen
    kiosk.shell.close()
    assert kiosk.shell.isVisible()


def test_no_context_menu_opens(kiosk: KioskPages, qapp: QApplication) -> None:
    kiosk.welcome.touch_sign_in()
    edit = kiosk.sign_in.view.number.edit
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), edit.mapToGlobal(QPoint(5, 5)))
    qapp.sendEvent(edit, event)
    assert qapp.activePopupWidget() is None


def test_an_incident_shows_its_number_says_no_name_and_comes_back(
    home: KioskPages, caplog: pytest.LogCaptureFixture
) -> None:
    home.shell.report(RuntimeError("a fault of ours"))
    home.settle()
    assert home.place == "incident"
    assert home.incident.number in caplog.text
    assert "EL AMRANI" not in caplog.text
    home.incident.touch_continue()
    assert home.place == "welcome"


def test_an_exception_nobody_caught_is_an_incident(home: KioskPages, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = []
    monkeypatch.setattr(home.shell._uncaught, "_before", lambda *said: heard.append(said))
    error = RuntimeError("in a slot")
    sys.excepthook(type(error), error, None)
    home.settle()
    assert home.place == "incident"
    assert len(heard) == 1


def test_without_somebody_signed_in_private_screens_stay_shut(kiosk: KioskPages) -> None:
    for place, screen in kiosk_screens().items():
        if screen.private:
            kiosk.shell.go(place)
            kiosk.settle()
            assert kiosk.place == "welcome"


def test_the_top_bar_tells_when_the_network_is_gone(kiosk: KioskPages, built: Hall) -> None:
    built.station.online = False
    kiosk.wait(3)
    assert "Hors ligne" in kiosk.words
    assert "réseau" in kiosk.welcome.message


def test_no_other_window_ever_opens(home: KioskPages, qapp: QApplication) -> None:
    opened: list[QWidget] = []

    class Watcher(QWidget):
        def eventFilter(self, watched: object, event: QEvent) -> bool:
            shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
            if shown and watched is not home.shell:
                opened.append(watched)
            return False

    watcher = Watcher()
    qapp.installEventFilter(watcher)
    for place in ("account", "pay", "papers", "requests", "new_request", "home"):
        home.shell.go(place)
        home.settle()
        home.shell._station.changed.emit(frozenset({"request"}))
        home.settle()
    home.touch_language()
    qapp.removeEventFilter(watcher)
    watcher.deleteLater()
    assert opened == []


def all_words(app: QApplication) -> list[str]:
    """Every word any widget holds, shown or not."""
    found = []
    for widget in app.allWidgets():
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
        elif hasattr(widget, "text") and not isinstance(widget, QLineEdit):
            found.append(str(widget.text()))
        elif isinstance(widget, QLineEdit):
            found.append(widget.text())
    return found
