"""What staff should look at stays until somebody has."""

from desktop.sync.journal import AttentionItem
from desktop.views.counter.attention.presenter import AttentionPresenter
from tests.unit.views.counter.desk import Counter, FakeScreen


def item(seq: int) -> AttentionItem:
    return AttentionItem(seq, "payment.take", "staff:claire", 1_795_000_000_000, "cash_cap")


def looking(*items: AttentionItem) -> tuple[Counter, AttentionPresenter]:
    counter = Counter()
    counter.station.items = list(items)
    presenter = AttentionPresenter(counter.parts, counter.guide)
    presenter.attach(FakeScreen())
    presenter.open()
    counter.settle()
    return counter, presenter


def test_the_oldest_item_is_shown_first() -> None:
    _counter, presenter = looking(item(3), item(7))
    assert presenter.state.item == item(3)


def test_an_acknowledged_item_goes_and_the_next_one_comes() -> None:
    counter, presenter = looking(item(3), item(7))
    presenter.acknowledge()
    counter.settle()
    assert (presenter.state.items, presenter.state.item) == ((item(7),), item(7))


def test_without_items_there_is_nothing_to_acknowledge() -> None:
    counter, presenter = looking()
    presenter.acknowledge()
    assert counter.cache.waiting == 0


def test_a_refresh_keeps_the_chosen_item() -> None:
    counter, presenter = looking(item(3), item(7))
    presenter.choose(item(7))
    presenter.refresh()
    counter.settle()
    assert presenter.state.item == item(7)


def test_how_central_stands_is_shown_with_the_time() -> None:
    counter, presenter = looking()
    assert presenter.state.status == counter.station.standing
    assert presenter.state.now == counter.station.at
