"""Whether what was typed at one step of the activation is in order, and the one hash of its password."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from desktop.errors import Invalid
from desktop.rules.activation_code import normalise, normalise_lease_number, parse_birth_date
from desktop.rules.password import Judgement, judge
from desktop.security.passwords import hash_password
from desktop.views.kiosk.activation.state import ActivationState, ActivationStep, StepProblem

_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


class OneHash:
    """The hash of a password is made once: a second request with the same hash is the same request."""

    def __init__(self) -> None:
        self._made = ("", "")

    def of(self, password: str) -> str:
        """Takes a while: for a lane, one call at a time."""
        if self._made[0] != password:
            self._made = (password, hash_password(password))
        return self._made[1]


def judged(state: ActivationState, password: str) -> Judgement:
    """The password, measured against the rule and against what is known of the person."""
    return judge(password, tuple(filter(None, (state.lease_number, state.birth_date[-4:]))))


def problem_of(check: Callable[[], object]) -> StepProblem | None:
    """What `check` finds wrong, if anything."""
    try:
        check()
    except Invalid as wrong:
        return StepProblem(wrong.code, wrong.facts)
    return None


def check_step(state: ActivationState, today: date) -> object:
    """Raises Invalid when what was typed at this step is not in order."""
    match state.step:
        case ActivationStep.NUMBER:
            return normalise_lease_number(state.lease_number)
        case ActivationStep.CODE:
            return normalise(state.code)
        case ActivationStep.BIRTH_DATE:
            return parse_birth_date(state.birth_date, today)
        case ActivationStep.EMAIL:
            return _check_email(state)
        case _:
            if not judged(state, state.password).ok:
                raise Invalid("password", "password_weak")
            return None


def _check_email(state: ActivationState) -> str:
    if state.has_email is None:
        raise Invalid("email", "email_choice_missing")
    email = state.email.strip()
    if state.has_email and not _EMAIL.fullmatch(email):
        raise Invalid("email", "email_malformed" if email else "email_missing")
    return email
