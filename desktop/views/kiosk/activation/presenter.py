"""Leads a person through the activation, one question at a time, and asks central at the end."""

import re
from dataclasses import replace
from typing import Final

from desktop.rules.activation_code import in_two, normalise, normalise_lease_number, parse_birth_date
from desktop.services.days import local_day
from desktop.station.activating import Activated, Applicant, activate
from desktop.views.common.trouble import Trouble
from desktop.views.kiosk.activation.checking import OneHash, check_step, judged, problem_of
from desktop.views.kiosk.activation.state import ActivationState, ActivationStep, StepProblem
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.scene import KioskScene
from desktop.views.kiosk.visit import Act

_SEPARATORS: Final = re.compile(r"[\s-]+")


class ActivationPresenter(KioskScene[ActivationState]):
    """Nothing typed is lost until the person leaves: neither by a refusal nor by a broken network."""

    def __init__(self, parts: KioskParts, guide: KioskGuide) -> None:
        super().__init__(parts, guide, ActivationState())
        self._once = OneHash()

    def open(self) -> None:
        """Look whether central can be reached: say so before one starts."""
        self.run(self._parts.cache_lane, lambda: self._parts.station.online, self._on_online)

    def refresh(self) -> None:
        """Central came or went."""
        self.open()

    def number_typed(self, typed: str) -> None:
        """The contract number, as far as it is typed."""
        self.show(lease_number=typed, problem=None)

    def code_typed(self, typed: str) -> None:
        """The code; a sign that no code holds is spoken of at once."""
        plain = _SEPARATORS.sub("", typed).upper()
        problem = problem_of(lambda: normalise(plain))
        wrong_sign = problem if problem and problem.code == "code_impossible_character" else None
        self.show(code=in_two(plain).strip(), problem=wrong_sign)

    def birth_date_typed(self, typed: str) -> None:
        """The birth date, as far as it is typed."""
        self.show(birth_date=typed, problem=None)

    def email_chosen(self, has_email: bool) -> None:
        """Having an address and having none are equal."""
        self.show(has_email=has_email, problem=None)

    def email_typed(self, typed: str) -> None:
        """The e-mail address, as far as it is typed."""
        self.show(email=typed, problem=None)

    def password_typed(self, typed: str) -> None:
        """Judge the password at every sign."""
        self.show(password=typed, judgement=judged(self.state, typed), problem=None)

    def go_on_pressed(self) -> None:
        """To the next step, if this one is in order; at the last one, ask central."""
        state = self.state
        if not state.may_go_on:
            return
        if state.step is ActivationStep.DONE:
            self._guide.go("home" if self._guide.visit.account else "sign_in")
        elif state.step is ActivationStep.CHECK:
            self._ask_central()
        else:
            problem = problem_of(lambda: check_step(state, local_day(self._parts.station.now())))
            self._refuse(problem) if problem else self._advance()

    def back_pressed(self) -> None:
        """One step back; from the first to the welcome. What was typed stays."""
        if self.state.busy:
            return
        if self.state.step in {ActivationStep.NUMBER, ActivationStep.DONE}:
            self._guide.go("welcome")
        elif self.state.checking and self.state.step is not ActivationStep.CHECK:
            self.show(step=ActivationStep.CHECK, problem=None)
        else:
            self.show(step=ActivationStep(self.state.step - 1), problem=None, checking=False)

    def correct_pressed(self, step: int) -> None:
        """From the summary, back to one question, and straight to the summary again."""
        if not self.state.busy:
            self.show(step=ActivationStep(step), problem=None, checking=True, trouble=None)

    def sign_in_pressed(self) -> None:
        """The code was used before: the account is there."""
        self._guide.go("sign_in")

    def tick(self) -> None:
        """The wait after a refusal grows shorter."""
        if self.state.wait_seconds:
            self.show(wait_seconds=self.state.wait_seconds - 1)

    def _refuse(self, problem: StepProblem) -> None:
        state = self.state
        weak = state.step is ActivationStep.PASSWORD
        self.show(problem=problem, judgement=judged(state, state.password) if weak else state.judgement)

    def _advance(self) -> None:
        following = ActivationStep.CHECK if self.state.checking else ActivationStep(self.state.step + 1)
        self.show(step=following, problem=None, checking=False, refused="", wait_seconds=0)

    def _ask_central(self) -> None:
        state, station, once = self.state, self._parts.station, self._once
        applicant = Applicant(
            lease_number=normalise_lease_number(state.lease_number),
            code=normalise(state.code),
            birth_date=parse_birth_date(state.birth_date, local_day(station.now())),
            email=state.email.strip() if state.has_email else "",
            password=state.password,
            password_hash="",
            language=self._guide.language,
        )
        self.show(busy=True, trouble=None, refused="")
        self.run(
            self._parts.network_lane,
            lambda: activate(station, replace(applicant, password_hash=once.of(applicant.password))),
            self._on_asked,
            self._on_trouble,
        )

    def _on_asked(self, result: Activated) -> None:
        if result.refused:
            self.show(busy=False, refused=result.refused, wait_seconds=result.wait_seconds)
            return
        self._guide.visit.account = result.account
        self._guide.visit.note(Act.ACTIVATED)
        self._once = OneHash()
        self.state = ActivationState(step=ActivationStep.DONE)
        self.show()

    def _on_trouble(self, trouble: Trouble) -> None:
        self.show(busy=False, trouble=trouble)

    def _on_online(self, online: bool) -> None:
        if online is not self.state.online:
            self.show(online=online)
