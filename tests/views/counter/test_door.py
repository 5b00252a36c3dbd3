"""The door of the counter says what the station can no longer do before anybody types a password."""

from dataclasses import replace

from desktop.views.counter.sign_in.view import SignInView
from tests.views.counter.kit import LOGIN, PASSWORD, Desk
from tests.views.counter.reading import said

ONE_LOOK_S = 3


def stand(counter: Desk, **changes: object) -> None:
    """The station stands so from now on, and the counter has had the time to see it."""
    now = replace(counter.station.status(), **changes)
    counter.station.status = lambda: now
    for _ in range(ONE_LOOK_S):
        counter.shell.tick()
    counter.settle()


def test_a_station_revoked_at_its_open_door_lets_nobody_try(counter: Desk) -> None:
    stand(counter, revoked=True)
    view = counter.pages.view(SignInView)
    assert "Le serveur central n’admet plus ce poste" in said(view.banner)
    assert "pas encore transmis" in said(view.banner)
    assert not view.enter.isEnabled()
    stand(counter, revoked=True, handed_in=True)
    assert "Ce qui a été fait ici est transmis" in said(view.banner)


def test_a_full_disk_is_told_at_the_door_until_there_is_room(counter: Desk) -> None:
    stand(counter, storage_full=True)
    view = counter.pages.view(SignInView)
    assert "Le disque de ce poste est plein" in said(view.banner)
    stand(counter, storage_full=False)
    assert not view.banner.isVisible()


def test_who_is_refused_reads_that_the_stations_clock_is_why(counter: Desk) -> None:
    stand(counter, clock_ahead_ms=600_000)
    counter.pages.sign_in(LOGIN, PASSWORD, "000000")
    counter.settle()
    view = counter.pages.view(SignInView)
    assert "L’horloge de ce poste avance de 10 minutes" in said(view.banner)
