"""Everything the activation screen shows: step, answers, what is wrong with one, what central said."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Final

from desktop.rules.password import Judgement
from desktop.views.common.trouble import Trouble


class ActivationStep(IntEnum):
    """The questions, in their order."""

    NUMBER = 1
    CODE = 2
    BIRTH_DATE = 3
    EMAIL = 4
    PASSWORD = 5
    CHECK = 6
    DONE = 7


LAST_STEP: Final = ActivationStep.CHECK


@dataclass(frozen=True, slots=True)
class StepProblem:
    """What is wrong with what was typed at this step: a code of the rules, and its facts."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ActivationState:
    """Everything typed so far, and what central said. `has_email` is None until one of both is chosen."""

    step: ActivationStep = ActivationStep.NUMBER
    lease_number: str = ""
    code: str = ""
    birth_date: str = ""
    has_email: bool | None = None
    email: str = ""
    password: str = field(default="", repr=False)
    judgement: Judgement | None = None
    problem: StepProblem | None = None
    busy: bool = False
    refused: str = ""
    wait_seconds: int = 0
    trouble: Trouble | None = None
    online: bool = True
    checking: bool = False

    @property
    def may_go_on(self) -> bool:
        """Whether the next step can be asked for now."""
        return not self.busy and not (
            self.step is ActivationStep.CHECK and (self.wait_seconds or self.refused_for_good)
        )

    @property
    def refused_for_good(self) -> bool:
        """Whether typing again cannot help: only the desk, or signing in, can."""
        return self.refused not in {"", "activation_mismatch"}
