"""The means of payment: the one list of them, and what the house must know of each."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from desktop.rules.parameters import CHEQUE_CLEARING_DAYS, DIRECT_DEBIT_CLEARING_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """`at_desk`: an agent takes it into the drawer. `capped`: it is cash, of which the law caps how much.

    `clearing`: the parameter that says for how many days it may still bounce, "" when it never does.
    `label`: how a ledger line says that we took it; the means without one reach us by the landlord alone.
    `words`: what names it in the label of a payment in the landlord's accounts, without accents or capitals.
    """

    at_desk: bool = False
    capped: bool = False
    clearing: str = ""
    label: str = ""
    words: frozenset[str] = frozenset()


_NONE = Facts()


class Means(StrEnum):
    """How money comes in; the value is what a payment's row, the wire and the wording's keys hold.

    A code or a label that this version cannot read is UNKNOWN, which may bounce as long as any may.
    """

    facts: Facts

    CASH = (
        "cash",
        Facts(at_desk=True, capped=True, label="Paiement en espèces", words=frozenset({"especes"})),
    )
    CHEQUE = (
        "cheque",
        Facts(
            at_desk=True,
            clearing=CHEQUE_CLEARING_DAYS,
            label="Paiement par chèque",
            words=frozenset({"cheque"}),
        ),
    )
    CARD = "card", Facts(label="Paiement par carte bancaire", words=frozenset({"carte", "cb"}))
    TRANSFER = "transfer", Facts(words=frozenset({"virement"}))
    DIRECT_DEBIT = (
        "direct_debit",
        Facts(clearing=DIRECT_DEBIT_CLEARING_DAYS, words=frozenset({"prelevement", "tip"})),
    )
    """A TIP SEPA is one."""
    CREDIT = "credit"
    """Money that the account already held."""
    UNKNOWN = "unknown"

    def __new__(cls, value: str, facts: Facts = _NONE) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.facts = facts
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return cls("unknown") if isinstance(value, str) else None

    @property
    def clearing(self) -> frozenset[str]:
        """The parameters of which the longest is how many days it may bounce; none: it is sure at once."""
        if self is Means.UNKNOWN:
            return CLEARING
        return frozenset({self.facts.clearing}) - {""}

    @property
    def may_bounce(self) -> bool:
        """Whether a receipt says that the money is still to clear."""
        return bool(self.clearing)

    def days_to_clear(self, days: Mapping[str, int]) -> int:
        """How many days it may bounce; `days` by parameter, at least those of `clearing`."""
        return max((days[key] for key in self.clearing), default=0)


CLEARING = frozenset(means.facts.clearing for means in Means) - {""}
"""All parameters that say for how many days some means may bounce."""


def means_in(label: str) -> Means:
    """By what means a payment of the landlord's accounts came in: what its label names, if it names one."""
    plain = unicodedata.normalize("NFKD", label.casefold())
    words = set(re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign))))
    named = [means for means in Means if words & means.facts.words]
    return named[0] if len(named) == 1 else Means.UNKNOWN
