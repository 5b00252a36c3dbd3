"""The inbox: what comes first, photos on demand, and answers that go out once."""

from datetime import date, timedelta

from desktop.errors import Invalid, Offline, Refused
from desktop.services.requests.requests import (
    AnswerRequest,
    PhotoView,
    RequestCard,
    RequestRow,
    StepView,
    open_requests,
    request_card,
)
from desktop.views.counter.requests.presenter import RequestsPresenter
from tests.unit.views.counter.desk import LEASE, NOW, Counter, FakeScreen


def row(request_id: str, hours_ago: int = 1, state: str = "open") -> RequestRow:
    return RequestRow(
        id=request_id,
        number=f"D-{request_id}",
        lease_id=LEASE,
        names=("EL AMRANI Diane",),
        category="plumbing",
        place="Cuisine",
        description="L’évier fuit.",
        state=state,
        opened_at=NOW - timedelta(hours=hours_ago),
        promised_on=date(2026, 11, 25),
        photos=0,
    )


def card_of(request: RequestRow, *photos: str) -> RequestCard:
    steps = (StepView("opened", "", request.opened_at, f"tenant:{LEASE}"),)
    return RequestCard(
        request, f"tenant:{LEASE}", steps, tuple(PhotoView(p, 9, "image/jpeg", True) for p in photos)
    )


def inbox(
    *rows: RequestRow, photos: tuple[str, ...] = (), wanted: str = ""
) -> tuple[Counter, RequestsPresenter]:
    counter = Counter()
    by_id = {each.id: each for each in rows}
    counter.station.answers |= {
        open_requests: rows,
        request_card: lambda request_id: card_of(by_id[request_id], *photos),
    }
    presenter = RequestsPresenter(counter.parts, counter.guide, wanted)
    presenter.attach(FakeScreen())
    presenter.open()
    counter.cache.drain()
    return counter, presenter


def ids(presenter: RequestsPresenter) -> list[str]:
    return [each.id for each in presenter.state.rows or ()]


def test_the_newest_unanswered_request_is_on_top_and_open() -> None:
    _counter, presenter = inbox(row("old", 9), row("done", 1, "answered"), row("new", 2))
    assert ids(presenter) == ["new", "old", "done"]
    assert presenter.state.chosen == "new"


def test_a_request_asked_for_by_name_is_the_one_that_opens() -> None:
    _counter, presenter = inbox(row("new", 1), row("old", 9), wanted="old")
    assert presenter.state.chosen == "old"
    assert presenter.state.card is not None
    assert presenter.state.card.row.id == "old"


def test_photos_are_fetched_only_once_their_request_is_looked_at() -> None:
    counter, presenter = inbox(row("a"), photos=("s1", "s2"))
    counter.station.photos = {"s1": b"one", "s2": b"two"}
    assert [shot.content for shot in presenter.state.shots] == [b"", b""]
    counter.network.drain()
    assert [shot.content for shot in presenter.state.shots] == [b"one", b"two"]


def test_a_photo_out_of_reach_is_marked_and_the_others_shown() -> None:
    counter, presenter = inbox(row("a"), photos=("s1", "s2"))
    counter.station.photos = {"s1": Offline(), "s2": b"two"}
    counter.network.drain()
    assert [(shot.content, shot.missing) for shot in presenter.state.shots] == [(b"", True), (b"two", False)]


def test_a_photo_that_arrives_late_does_not_land_on_another_request() -> None:
    counter, presenter = inbox(row("a", 1), row("b", 2), photos=("s1",))
    counter.station.photos = {"s1": b"one"}
    presenter.row_chosen(row("b", 2))
    counter.network.step()
    assert presenter.state.shots == ()


def test_photos_at_hand_are_not_fetched_again_when_rows_change() -> None:
    counter, presenter = inbox(row("a"), photos=("s1",))
    counter.station.photos = {"s1": b"one"}
    counter.network.drain()
    presenter.refresh()
    counter.cache.drain()
    assert counter.network.waiting == 0
    assert presenter.state.shots[0].content == b"one"


def test_an_answer_goes_out_and_the_request_stays_open() -> None:
    counter, presenter = inbox(row("a"))
    presenter.typed("Le plombier passe demain.")
    presenter.answer_pressed()
    counter.settle()
    assert counter.station.performed == [
        (AnswerRequest(request_id="a", text="Le plombier passe demain.", close=False), "staff:claire")
    ]
    assert (presenter.state.sent, presenter.state.answer) == ("answered", "")


def test_answering_and_closing_settles_it() -> None:
    counter, presenter = inbox(row("a"))
    presenter.typed("Réparé.")
    presenter.close_pressed()
    counter.settle()
    assert counter.commands == [AnswerRequest(request_id="a", text="Réparé.", close=True)]


def test_an_answer_is_sent_once_however_often_the_key_is_pressed() -> None:
    counter, presenter = inbox(row("a"))
    presenter.typed("Oui.")
    presenter.answer_pressed()
    presenter.close_pressed()
    assert presenter.busy
    counter.settle()
    assert len(counter.commands) == 1


def test_an_empty_answer_is_asked_for_and_nothing_is_lost() -> None:
    counter, presenter = inbox(row("a"))
    counter.station.outcome = Invalid("text", "text_missing")
    presenter.answer_pressed()
    counter.settle()
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.entry == "text"


def test_a_request_closed_meanwhile_keeps_what_was_typed() -> None:
    counter, presenter = inbox(row("a"))
    counter.station.outcome = Refused("request_closed")
    presenter.typed("Oui.")
    presenter.answer_pressed()
    counter.settle()
    assert presenter.state.answer == "Oui."
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.code == "request_closed"


def test_a_draft_waits_for_its_request() -> None:
    counter, presenter = inbox(row("a", 1), row("b", 2))
    presenter.typed("pour a")
    presenter.row_chosen(row("b", 2))
    assert presenter.state.answer == ""
    presenter.row_chosen(row("a", 1))
    counter.settle()
    assert presenter.state.answer == "pour a"


def test_a_large_photo_closes_before_the_screen_does() -> None:
    counter, presenter = inbox(row("a"), photos=("s1",))
    presenter.photo_opened("s1")
    presenter.back_pressed()
    assert (presenter.state.large, counter.guide.backs) == ("", 0)
    presenter.back_pressed()
    assert counter.guide.backs == 1


def test_the_tenants_file_is_one_key_away() -> None:
    counter, presenter = inbox(row("a"))
    presenter.lease_pressed()
    assert counter.guide.went == [("lease", LEASE)]


def test_an_empty_inbox_is_empty_not_loading() -> None:
    _counter, presenter = inbox()
    assert (presenter.state.rows, presenter.state.chosen) == ((), "")
