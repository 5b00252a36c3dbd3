"""The counter as a place of work: locked in a key, signed out, larger, in another language."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.services.access.staff import StaffCard
from desktop.views.counter.parts import LockTimes
from desktop.views.counter.payments.view import PaymentsView
from desktop.views.counter.sign_in.view import SignInView
from tests.views.counter.kit import PASSWORD, Desk, desk


def test_a_key_hides_everything_and_the_same_person_goes_on(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.press("F6")
    at_work.pages.type(at_work.pages.view(PaymentsView).form.amount, "123,45")
    at_work.pages.press("F12")
    assert at_work.shell.locked
    assert "EL AMRANI" not in at_work.pages.words
    assert "123,45" not in at_work.pages.words
    at_work.pages.sign_in("", PASSWORD, at_work.code())
    assert at_work.pages.view(PaymentsView).form.amount.text() == "123,45"


def test_no_key_works_through_a_locked_counter(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.press("Ctrl+L")
    for key in ("F2", "F3", "F6", "Esc"):
        at_work.pages.press(key)
    assert at_work.shell.locked
    assert "EL AMRANI" not in at_work.pages.words


def test_another_person_at_a_locked_counter_finds_nothing_of_the_first(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.lock()
    at_work.shell.welcome(StaffCard("karim", "Karim Saïd", "front_desk_agent", "AG01"))
    at_work.settle()
    assert at_work.pages.place == "search"
    assert at_work.shell.shift.recent == []
    assert "EL AMRANI" not in at_work.pages.words


def test_an_untouched_counter_locks_itself(at_work: Desk) -> None:
    for _ in range(LockTimes().before_lock - 1):
        at_work.shell.tick()
    at_work.settle()
    assert not at_work.shell.locked
    at_work.shell.tick()
    at_work.settle()
    assert at_work.shell.locked


def test_signing_out_forgets_everything(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.sign_out()
    assert (at_work.pages.place, at_work.shell.shift.staff) == ("sign_in", None)
    assert "EL AMRANI" not in at_work.pages.words


def test_a_larger_text_keeps_what_was_typed(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.press("F6")
    at_work.pages.type(at_work.pages.view(PaymentsView).form.amount, "50")
    assert at_work.shell.stage.frame is not None
    at_work.pages.click(at_work.shell.stage.frame.text_size)
    assert at_work.pages.view(PaymentsView).form.amount.text() == "50"
    assert at_work.shell.stage.look.text == 1.5


def test_the_other_language_is_one_click_away(at_work: Desk) -> None:
    assert at_work.shell.stage.frame is not None
    at_work.pages.click(at_work.shell.stage.frame.language)
    assert "Find a tenant" in at_work.pages.words


def test_an_incident_has_a_number_that_stays_until_it_is_read(at_work: Desk) -> None:
    at_work.shell.report(RuntimeError("a fault"))
    assert at_work.pages.incident.startswith("Un incident est survenu : n° 22-")
    at_work.pages.open("el amrani")
    assert at_work.pages.incident
    assert at_work.shell.stage.frame is not None
    at_work.pages.click(at_work.shell.stage.frame.close_message)
    assert at_work.pages.incident == ""


def test_the_status_line_counts_what_waits(at_work: Desk) -> None:
    assert at_work.shell.stage.frame is not None
    at_work.pages.open("el amrani")
    at_work.shell.tick()
    at_work.shell.tick()
    at_work.settle()
    assert "2" in at_work.shell.stage.frame.status.words


def test_a_counter_whose_files_have_not_come_says_so_at_the_door(qapp: QApplication, tmp_path: Path) -> None:
    with desk(qapp, tmp_path, empty=True) as counter:
        assert "faites vérifier le réseau" in counter.pages.words, "nothing comes"
        counter.station._exchanging.conversation.anew.fetched_rows = (5, 10)
        counter.shell.burst.end()
        counter.settle()
        assert "Réception des dossiers" in counter.pages.words
        assert not counter.pages.view(SignInView).enter.isEnabled()


def test_a_counter_that_was_offline_for_days_says_why_nobody_gets_in(counter: Desk) -> None:
    counter.station.online = False
    counter.at += timedelta(hours=70)
    counter.sign_in()
    assert counter.pages.place == "search"
    counter.pages.sign_out()
    counter.at += timedelta(hours=3)
    counter.sign_in()
    assert counter.pages.place == "sign_in"
    assert "ne répond plus depuis trop longtemps : personne ne peut se connecter ici" in counter.pages.words
    counter.station.online = True
    counter.sign_in()
    assert counter.pages.place == "search"
