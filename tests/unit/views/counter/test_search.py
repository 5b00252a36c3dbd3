"""Search as one types: the newest text wins, and Enter never opens a stale hit."""

import pytest

from desktop.errors import StoreDamaged
from desktop.services.leases.search import Found, search
from desktop.station.station import SyncStatus
from desktop.views.counter.search.presenter import SearchPresenter
from tests.unit.views.counter.desk import Counter, FakeScreen, found

DIANE, JOSEPH = found(), found("14270000030", "LECONTE Joseph")


def searching(**answers: list[Found]) -> tuple[Counter, SearchPresenter]:
    counter = Counter()
    counter.station.answers[search] = lambda text, limit: answers.get(text.strip(), [])
    presenter = SearchPresenter(counter.parts, counter.guide)
    presenter.attach(FakeScreen())
    return counter, presenter


def test_what_is_typed_is_found() -> None:
    counter, presenter = searching(di=[DIANE])
    presenter.edited("di")
    counter.settle()
    assert presenter.state.rows == (DIANE,)


def test_keys_typed_during_a_search_wait_for_one_more_search_not_for_many() -> None:
    counter, presenter = searching(dian=[DIANE])
    for text in ("d", "di", "dia", "dian"):
        presenter.edited(text)
    assert counter.cache.waiting == 1
    counter.cache.step()
    assert counter.cache.waiting == 1
    counter.settle()
    assert (presenter.state.answered, presenter.state.rows) == ("dian", (DIANE,))


def test_enter_before_the_answer_opens_the_first_of_the_new_hits() -> None:
    counter, presenter = searching(d=[JOSEPH], di=[DIANE])
    presenter.edited("d")
    counter.settle()
    presenter.edited("di")
    presenter.entered(JOSEPH)
    assert counter.guide.went == []
    counter.settle()
    assert counter.guide.went == [("lease", DIANE.lease_id)]


def test_enter_on_a_fresh_list_opens_the_marked_one() -> None:
    counter, presenter = searching(d=[DIANE, JOSEPH])
    presenter.edited("d")
    counter.settle()
    presenter.entered(JOSEPH)
    assert counter.guide.went == [("lease", JOSEPH.lease_id)]


def test_enter_on_an_empty_list_opens_nothing() -> None:
    counter, presenter = searching()
    presenter.edited("zzz")
    counter.settle()
    presenter.entered(None)
    assert counter.guide.went == []
    assert presenter.state.nothing


def test_an_empty_box_offers_the_files_opened_last() -> None:
    counter = Counter()
    counter.guide.shift.remember(DIANE)
    counter.guide.shift.remember(JOSEPH)
    counter.guide.shift.remember(DIANE)
    presenter = SearchPresenter(counter.parts, counter.guide)
    assert presenter.state.rows == (DIANE, JOSEPH)


def test_clearing_the_box_takes_the_hits_away_at_once() -> None:
    counter, presenter = searching(di=[DIANE])
    presenter.edited("di")
    counter.settle()
    presenter.back_pressed()
    assert presenter.state.rows == ()


def test_until_the_files_are_here_the_search_says_so() -> None:
    counter, presenter = searching()
    counter.station.standing = SyncStatus(
        online=False, bootstrapped=False, waiting=0, attention=0, as_of=None
    )
    presenter.open()
    counter.settle()
    assert not presenter.state.ready


def test_changed_rows_are_searched_again() -> None:
    counter, presenter = searching(di=[])
    presenter.edited("di")
    counter.settle()
    counter.station.answers[search] = lambda text, limit: [DIANE]
    presenter.refresh()
    counter.settle()
    assert presenter.state.rows == (DIANE,)


@pytest.mark.parametrize("failure", [StoreDamaged("cache_damaged")])
def test_a_search_that_fails_says_so_and_the_next_one_works(failure: Exception) -> None:
    counter, presenter = searching()
    counter.station.answers[search] = failure
    presenter.edited("di")
    counter.settle()
    assert presenter.state.trouble is not None
    counter.station.answers[search] = lambda text, limit: [DIANE]
    presenter.edited("dia")
    counter.settle()
    assert (presenter.state.trouble, presenter.state.rows) == (None, (DIANE,))
