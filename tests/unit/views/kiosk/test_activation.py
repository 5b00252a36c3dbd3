"""The activation: nothing typed is lost, nothing wrong is told apart, a lost answer is asked again."""

from typing import Any

import pytest

from desktop.errors import Offline
from desktop.rules.activation_code import in_two
from desktop.services.command import Done
from desktop.views.kiosk.activation.presenter import ActivationPresenter
from desktop.views.kiosk.activation.state import ActivationStep
from desktop.views.kiosk.visit import Act
from tests.unit.services.rows import LEASE
from tests.unit.views.kiosk.conftest import Companion, Opened
from tests.views.kiosk.kit import PASSWORD, Hall


@pytest.fixture
def activation(opened: Opened) -> ActivationPresenter:
    return opened(ActivationPresenter)


def fill(activation: ActivationPresenter, password: str = PASSWORD) -> None:
    """Answers every question, up to the summary."""
    activation.number_typed(LEASE)
    activation.go_on_pressed()
    activation.code_typed("2X38AZEGB7")
    activation.go_on_pressed()
    activation.birth_date_typed("15/06/1979")
    activation.go_on_pressed()
    activation.email_chosen(False)
    activation.go_on_pressed()
    activation.password_typed(password)
    activation.go_on_pressed()


def answer(result: dict[str, Any]) -> Any:
    return lambda _command, _actor: Done(result=result)


@pytest.mark.parametrize(
    ("typed", "code"), [("", "lease_number_missing"), ("175800000", "lease_number_malformed")]
)
def test_a_contract_number_of_another_length_keeps_one_at_the_question(
    activation: ActivationPresenter, typed: str, code: str
) -> None:
    activation.number_typed(typed)
    activation.go_on_pressed()
    assert (activation.state.step, activation.state.problem.code) == (ActivationStep.NUMBER, code)


def test_a_sign_that_no_code_holds_is_spoken_of_at_once(activation: ActivationPresenter) -> None:
    activation.code_typed("2X380")
    assert activation.state.problem.facts == {"character": "0"}
    activation.code_typed("2X38")
    assert activation.state.problem is None


@pytest.mark.parametrize("typed", ["2x38azegb7", "2X38A-ZEGB7", "2X38A ZEGB7", " 2X38AZEGB7 "])
def test_a_code_is_shown_in_two_groups_however_it_is_typed(
    activation: ActivationPresenter, typed: str
) -> None:
    activation.code_typed(typed)
    assert activation.state.code == in_two("2X38AZEGB7")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "birth_date_missing"),
        ("31/02/1952", "birth_date_impossible"),
        ("15/06/79", "birth_date_short_year"),
        ("15/06/2052", "birth_date_future"),
        ("15/06/1879", "birth_date_too_old"),
        ("15/06", "birth_date_malformed"),
    ],
)
def test_a_date_that_cannot_be_is_explained(activation: ActivationPresenter, typed: str, code: str) -> None:
    activation.show(step=ActivationStep.BIRTH_DATE)
    activation.birth_date_typed(typed)
    activation.go_on_pressed()
    assert (activation.state.step, activation.state.problem.code) == (ActivationStep.BIRTH_DATE, code)


@pytest.mark.parametrize(
    ("has", "typed", "code"),
    [(None, "", "email_choice_missing"), (True, "", "email_missing"), (True, "diane@", "email_malformed")],
)
def test_an_address_is_asked_for_only_of_who_has_one(
    activation: ActivationPresenter, has: bool | None, typed: str, code: str
) -> None:
    activation.show(step=ActivationStep.EMAIL)
    if has is not None:
        activation.email_chosen(has)
    activation.email_typed(typed)
    activation.go_on_pressed()
    assert activation.state.problem.code == code


def test_without_an_address_one_simply_goes_on(activation: ActivationPresenter) -> None:
    activation.show(step=ActivationStep.EMAIL)
    activation.email_chosen(False)
    activation.go_on_pressed()
    assert activation.state.step is ActivationStep.PASSWORD


def test_a_weak_password_stays_and_says_what_is_missing(activation: ActivationPresenter) -> None:
    fill(activation, "Soleil12")
    assert activation.state.step is ActivationStep.PASSWORD
    assert activation.state.judgement.characters_missing > 0


def test_what_others_know_of_the_person_is_no_password(activation: ActivationPresenter) -> None:
    fill(activation, f"Abc-{LEASE}-1979")
    assert "personal_word" in activation.state.judgement.problems


def test_a_refusal_never_says_what_was_wrong_and_counts_the_seconds(
    activation: ActivationPresenter, kiosk: Hall
) -> None:
    kiosk.central_answers(answer({"refused": "activation_mismatch", "wait_seconds": 2}))
    fill(activation)
    activation.go_on_pressed()
    kiosk.settle()
    assert (activation.state.refused, activation.state.wait_seconds) == ("activation_mismatch", 2)
    assert not activation.state.may_go_on
    activation.tick()
    activation.tick()
    assert activation.state.may_go_on
    assert (activation.state.lease_number, activation.state.code) == (LEASE, "2X38A ZEGB7")


@pytest.mark.parametrize("code", ["activation_locked", "activation_code_expired", "activation_code_used"])
def test_when_only_the_desk_can_help_one_does_not_try_again(
    activation: ActivationPresenter, kiosk: Hall, code: str
) -> None:
    asked = []
    kiosk.central_answers(
        lambda *said: asked.append(said) or Done(result={"refused": code, "wait_seconds": 0})
    )
    fill(activation, "Une-Autre-Phrase-62!")
    activation.go_on_pressed()
    kiosk.settle()
    activation.go_on_pressed()
    kiosk.settle()
    assert activation.state.refused_for_good
    assert len(asked) == 1


def test_a_corrected_number_may_be_tried_after_a_lock(activation: ActivationPresenter, kiosk: Hall) -> None:
    kiosk.central_answers(answer({"refused": "activation_locked", "wait_seconds": 0}))
    fill(activation)
    activation.go_on_pressed()
    kiosk.settle()
    activation.correct_pressed(int(ActivationStep.NUMBER))
    activation.number_typed("10350000028")
    activation.go_on_pressed()
    assert (activation.state.step, activation.state.refused) == (ActivationStep.CHECK, "")
    assert activation.state.may_go_on


def test_without_the_network_nothing_is_lost_and_the_same_hash_is_sent_again(
    activation: ActivationPresenter, kiosk: Hall
) -> None:
    sent = []

    def lose_it(command: Any, actor: str) -> Done:
        sent.append(command)
        raise Offline

    kiosk.central_answers(lose_it)
    fill(activation)
    for _ in range(2):
        activation.go_on_pressed()
        kiosk.settle()
    assert activation.state.trouble.code == "offline"
    assert activation.state.step is ActivationStep.CHECK
    assert activation.state.password == PASSWORD
    assert sent[0] == sent[1]
    assert PASSWORD not in repr(sent[0])


def test_a_second_touch_while_central_is_asked_is_ignored(
    activation: ActivationPresenter, kiosk: Hall
) -> None:
    asked = []
    kiosk.central_answers(lambda *said: asked.append(said) or Done(result={"account": LEASE}))
    fill(activation)
    activation.go_on_pressed()
    activation.go_on_pressed()
    kiosk.settle()
    assert len(asked) == 1


def test_success_signs_in_and_keeps_no_secret(
    activation: ActivationPresenter, kiosk: Hall, guide: Companion
) -> None:
    kiosk.central_answers(answer({"account": LEASE}))
    fill(activation)
    activation.go_on_pressed()
    kiosk.settle()
    assert activation.state.step is ActivationStep.DONE
    assert guide.visit.account.lease_id == LEASE
    assert [deed.act for deed in guide.visit.deeds] == [Act.ACTIVATED]
    assert PASSWORD not in repr(activation.__dict__)
    activation.go_on_pressed()
    assert guide.places == ["home"]


def test_who_activated_before_and_knows_the_password_is_simply_in(
    activation: ActivationPresenter, kiosk: Hall, guide: Companion
) -> None:
    kiosk.central_answers(answer({"refused": "activation_code_used", "wait_seconds": 0}))
    fill(activation)
    activation.go_on_pressed()
    kiosk.settle()
    assert activation.state.step is ActivationStep.DONE
    assert guide.visit.account is not None


def test_a_used_code_with_another_password_leads_to_the_sign_in(
    activation: ActivationPresenter, kiosk: Hall, guide: Companion
) -> None:
    kiosk.central_answers(answer({"refused": "activation_code_used", "wait_seconds": 0}))
    fill(activation, "Une-Autre-Phrase-62!")
    activation.go_on_pressed()
    kiosk.settle()
    assert activation.state.refused == "activation_code_used"
    assert guide.visit.account is None
    activation.sign_in_pressed()
    assert guide.places == ["sign_in"]


def test_one_can_walk_back_to_the_welcome_without_losing_an_answer(
    activation: ActivationPresenter, guide: Companion
) -> None:
    fill(activation)
    for _ in range(5):
        activation.back_pressed()
    assert (activation.state.step, activation.state.code) == (ActivationStep.NUMBER, "2X38A ZEGB7")
    activation.back_pressed()
    assert guide.places == ["welcome"]


def test_it_says_before_one_starts_that_the_network_is_missing(
    activation: ActivationPresenter, kiosk: Hall
) -> None:
    kiosk.station.online = False
    activation.refresh()
    kiosk.settle()
    assert not activation.state.online
