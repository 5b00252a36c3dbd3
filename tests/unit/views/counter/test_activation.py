"""A new activation code: only for a named person whose identity was seen, and shown once."""

from datetime import date

from desktop.errors import NotAllowed
from desktop.rules.activation_code import ALPHABET
from desktop.security.codes import check_code
from desktop.services.access.activation import ReissueActivationCode
from desktop.services.command import Done
from desktop.services.leases.leases import lease_card
from desktop.views.counter.activation.presenter import ActivationPresenter, ActivationStep
from tests.unit.views.counter import desk
from tests.unit.views.counter.desk import LEASE, Counter, FakeScreen

OTHER = desk.holder("L000001B", "Karim", "EL AMRANI")


def asked(*holders: object) -> tuple[Counter, ActivationPresenter]:
    counter = Counter()
    counter.station.answers[lease_card] = desk.lease_card(holders=holders or (desk.holder(),))
    counter.station.outcome = Done(result={"expires_on": "2026-11-29"})
    presenter = ActivationPresenter(counter.parts, counter.guide, LEASE)
    presenter.attach(FakeScreen())
    presenter.open()
    counter.settle()
    return counter, presenter


def made() -> tuple[Counter, ActivationPresenter]:
    counter, presenter = asked()
    presenter.identity_ticked(True)
    presenter.make_pressed()
    counter.settle()
    return counter, presenter


def test_without_an_identity_seen_no_code_is_made() -> None:
    counter, presenter = asked()
    presenter.make_pressed()
    assert counter.cache.waiting == 0


def test_the_only_holder_is_named_already_and_must_still_be_seen() -> None:
    _counter, presenter = asked()
    assert (presenter.state.holder, presenter.state.may_make) == ("L000001", False)


def test_of_two_holders_one_must_be_chosen() -> None:
    _counter, presenter = asked(desk.holder(), OTHER)
    presenter.identity_ticked(True)
    assert not presenter.state.may_make


def test_seeing_one_person_does_not_identify_the_other() -> None:
    _counter, presenter = asked(desk.holder(), OTHER)
    presenter.holder_chosen("L000001")
    presenter.identity_ticked(True)
    presenter.holder_chosen("L000001B")
    assert not presenter.state.may_make


def test_only_the_digest_of_the_code_is_recorded() -> None:
    counter, presenter = made()
    (command,) = counter.commands
    assert isinstance(command, ReissueActivationCode)
    code = presenter.state.code
    assert len(code) == 10
    assert set(code) <= set(ALPHABET)
    assert check_code(b"pepper", command.digest, code)
    assert code not in repr(command)
    assert (command.identity_seen, command.holder) == (True, "L000001")


def test_the_slip_is_printed_with_the_code_and_until_when_it_works() -> None:
    counter, presenter = made()
    (slip,) = counter.papers.slips
    assert (slip.code, slip.valid_until, slip.issued_by) == (
        presenter.state.code,
        date(2026, 11, 29),
        "Claire Delattre",
    )
    assert counter.printer.printed == [(b"slip", "activation_slip")]


def test_two_codes_are_never_the_same() -> None:
    codes = {made()[1].state.code for _ in range(3)}
    assert len(codes) == 3


def test_the_code_is_in_no_text_made_of_the_state() -> None:
    counter, presenter = made()
    assert presenter.state.code not in repr(presenter.state)
    assert presenter.state.code not in repr(counter.papers.slips)


def test_a_locked_counter_forgets_the_code_but_not_that_it_was_made() -> None:
    _counter, presenter = made()
    presenter.detach()
    assert (presenter.state.code, presenter.state.step) == ("", ActivationStep.MADE)


def test_leaving_forgets_the_code() -> None:
    _counter, presenter = made()
    presenter.close()
    assert presenter.state.code == ""


def test_the_slip_can_be_printed_again_while_the_code_is_shown() -> None:
    counter, presenter = made()
    presenter.again_pressed()
    counter.settle()
    assert len(counter.papers.slips) == 2
    presenter.detach()
    presenter.again_pressed()
    counter.settle()
    assert len(counter.papers.slips) == 2


def test_who_may_not_reissue_is_told_so_and_no_paper_comes_out() -> None:
    counter, presenter = asked()
    counter.station.outcome = NotAllowed("role_missing")
    presenter.identity_ticked(True)
    presenter.make_pressed()
    counter.settle()
    assert presenter.state.step is ActivationStep.FORM
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.code == "role_missing"
    assert counter.papers.slips == []


def test_a_second_press_makes_no_second_code() -> None:
    counter, presenter = asked()
    presenter.identity_ticked(True)
    presenter.make_pressed()
    presenter.make_pressed()
    counter.settle()
    assert len(counter.commands) == 1
