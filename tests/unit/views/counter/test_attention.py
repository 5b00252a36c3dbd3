"""What staff should look at stays until somebody has; what waits is shown after it, and goes by itself."""

from dataclasses import replace
from types import SimpleNamespace

from desktop.errors import Invalid, Refused
from desktop.rules.role import Role
from desktop.services.access.staff_locks import LIFT_LOCKS, LockedStaff, UnlockStaff, locked_staff
from desktop.services.warnings import SettleWarning, WarningView, unsettled
from desktop.sync.standing import AttentionItem, Damage, WaitingItem
from desktop.views.counter.attention.presenter import AttentionPresenter
from tests.unit.views.counter.desk import CLAIRE, LEASE, NOW, Counter, FakeScreen


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
    presenter.acknowledge_pressed()
    counter.settle()
    assert (presenter.state.items, presenter.state.item) == ((item(7),), item(7))


def test_without_items_there_is_nothing_to_acknowledge() -> None:
    counter, presenter = looking()
    presenter.acknowledge_pressed()
    assert counter.cache.waiting == 0


def test_a_refresh_keeps_the_chosen_item() -> None:
    counter, presenter = looking(item(3), item(7))
    presenter.chosen(item(7))
    presenter.refresh()
    counter.settle()
    assert presenter.state.item == item(7)


def test_how_central_stands_is_shown_with_the_time() -> None:
    counter, presenter = looking()
    assert presenter.state.status == counter.station.standing
    assert presenter.state.now == counter.station.at


def test_what_waits_comes_after_what_was_refused_and_cannot_be_acknowledged() -> None:
    counter, presenter = looking(item(3))
    waiting = WaitingItem(9, "payment.take", "staff:claire", 1_795_000_000_000, LEASE, 4_500, "cash")
    counter.station.waiting = [waiting]
    presenter.refresh()
    counter.settle()
    assert presenter.state.items == (item(3), waiting)
    presenter.chosen(waiting)
    presenter.acknowledge_pressed()
    assert counter.cache.waiting == 0


def test_the_file_of_the_chosen_command_is_one_key_away() -> None:
    counter, presenter = looking(replace(item(3), lease_id=LEASE))
    presenter.lease_pressed()
    assert counter.guide.went == [("lease", LEASE)]


def test_a_damaged_record_and_refused_photos_stay_until_somebody_has_read_of_them() -> None:
    counter, presenter = looking()
    counter.station.standing = replace(counter.station.standing, damage=Damage("", "", 4))
    counter.station.uploads.files = [SimpleNamespace(sha256="a"), SimpleNamespace(sha256="b")]
    presenter.refresh()
    counter.settle()
    assert presenter.state.refused_files == 2
    presenter.noted_pressed()
    counter.settle()
    counter.settle()
    assert presenter.state.refused_files == 0
    assert presenter.state.status is not None
    assert presenter.state.status.damage is None


def warning(warning_id: str = "w1") -> WarningView:
    return WarningView(
        warning_id, "staff_unknown", "payment.take", "staff:paul", "AG02-C01", LEASE, 45_000, "cash", NOW, NOW
    )


def managing(*warnings: WarningView) -> tuple[Counter, AttentionPresenter]:
    """Claire manages the agency today."""
    counter = Counter()
    counter.guide.shift.staff = replace(CLAIRE, role=Role.AGENCY_MANAGER)
    counter.station.answers[unsettled] = warnings
    presenter = AttentionPresenter(counter.parts, counter.guide)
    presenter.attach(FakeScreen())
    presenter.open()
    counter.settle()
    return counter, presenter


def test_warnings_come_before_everything_else() -> None:
    counter, presenter = looking(item(3))
    counter.station.answers[unsettled] = (warning(),)
    presenter.refresh()
    counter.settle()
    assert presenter.state.items == (warning(), item(3))


def test_the_manager_settles_a_warning_with_a_word() -> None:
    counter, presenter = managing(warning(), warning("w2"))
    presenter.word_edited("Compté avec la caisse.")
    presenter.settle_pressed()
    counter.station.answers[unsettled] = (warning("w2"),)
    counter.settle()
    said = SettleWarning(warning_id="w1", word="Compté avec la caisse.")
    assert counter.station.performed == [(said, "staff:claire")]
    assert (presenter.state.chosen, presenter.state.word) == ("w2", "")


def test_an_agent_sees_warnings_and_settles_none() -> None:
    counter, presenter = looking()
    counter.station.answers[unsettled] = (warning(),)
    presenter.refresh()
    counter.settle()
    presenter.settle_pressed()
    presenter.acknowledge_pressed()
    counter.settle()
    assert (presenter.state.may_settle, counter.station.performed) == (False, [])


def test_what_the_manager_wrote_stays_when_it_cannot_be_recorded() -> None:
    counter, presenter = managing(warning())
    presenter.word_edited("Vu.")
    for error in (Invalid("word", "word_missing"), Refused("own_warning")):
        counter.station.outcome = error
        presenter.settle_pressed()
        counter.settle()
        assert presenter.state.trouble is not None
        assert (presenter.state.trouble.code, presenter.state.word) == (error.code, "Vu.")
        assert not presenter.busy


def test_another_warning_is_another_word() -> None:
    _counter, presenter = managing(warning(), warning("w2"))
    presenter.word_edited("Vu.")
    presenter.chosen(warning("w2"))
    assert presenter.state.word == ""


def test_a_colleague_who_is_locked_out_is_let_in_by_whoever_manages_alone() -> None:
    locked = LockedStaff("nadia", "Nadia Lefèvre", NOW)
    for role in (Role.FRONT_DESK_AGENT, Role.AGENCY_MANAGER, Role.ADMINISTRATOR):
        counter = Counter()
        counter.guide.shift.staff = replace(CLAIRE, role=role)
        counter.station.answers[locked_staff] = (locked,)
        presenter = AttentionPresenter(counter.parts, counter.guide)
        presenter.attach(FakeScreen())
        presenter.open()
        counter.settle()
        presenter.word_edited("Elle est devant moi.")
        presenter.unlock_pressed()
        counter.settle()
        wanted = UnlockStaff(login="nadia", reason="Elle est devant moi.")
        assert [each for each, _ in counter.station.performed] == [wanted] * (role in LIFT_LOCKS)
