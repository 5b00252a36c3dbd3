"""Which presenter and which view make each screen, and how the one hears the other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from desktop.views.counter.activation.presenter import ActivationPresenter
from desktop.views.counter.activation.view import ActivationView
from desktop.views.counter.attention.presenter import AttentionPresenter
from desktop.views.counter.attention.view import AttentionView
from desktop.views.counter.charges.presenter import ChargesPresenter
from desktop.views.counter.charges.view import ChargesView
from desktop.views.counter.lease.presenter import LeasePresenter
from desktop.views.counter.lease.view import LeaseView
from desktop.views.counter.parts import CounterGuide, CounterParts
from desktop.views.counter.payments.presenter import PaymentsPresenter
from desktop.views.counter.payments.view import PaymentsView
from desktop.views.counter.requests.presenter import RequestsPresenter
from desktop.views.counter.requests.view import RequestsView
from desktop.views.counter.scene import CounterScene
from desktop.views.counter.search.presenter import SearchPresenter
from desktop.views.counter.search.view import SearchView
from desktop.views.counter.shift import Place
from desktop.views.counter.sign_in.presenter import SignInPresenter
from desktop.views.counter.sign_in.view import SignInView


class Page(Protocol):
    """What the shell asks of every view."""

    def show_state(self, state: Any) -> None: ...

    def start(self) -> None:
        """The keyboard goes where the work starts."""
        ...


@dataclass(frozen=True, slots=True)
class Pair:
    """How to make the two halves of a screen; `wires`: which method answers which signal of the view."""

    presenter: Callable[[CounterParts, CounterGuide, str], CounterScene[Any]]
    view: Callable[[], Any]
    wires: dict[str, str]

    def wire(self, view: Any, presenter: CounterScene[Any]) -> None:
        for signal, method in self.wires.items():
            getattr(view, signal).connect(getattr(presenter, method))


SCREENS: dict[Place, Pair] = {
    Place.SIGN_IN: Pair(
        lambda parts, guide, _subject: SignInPresenter(parts, guide),
        SignInView,
        {"submitted": "submit", "login_edited": "type_login", "other_pressed": "someone_else"},
    ),
    Place.SEARCH: Pair(
        lambda parts, guide, _subject: SearchPresenter(parts, guide),
        SearchView,
        {"edited": "type", "opened": "choose", "entered": "enter", "back_pressed": "back"},
    ),
    Place.LEASE: Pair(
        LeasePresenter,
        LeaseView,
        {
            "back_pressed": "back",
            "pay_pressed": "pay",
            "reissue_pressed": "reissue",
            "unlock_asked": "ask_unlock",
            "unlock_pressed": "unlock",
            "reason_edited": "type_reason",
            "tab_chosen": "turn_to",
            "print_pressed": "print_paper",
            "request_opened": "open_request",
            "charges_pressed": "open_charges",
        },
    ),
    Place.PAYMENTS: Pair(
        PaymentsPresenter,
        PaymentsView,
        {
            "back_pressed": "back",
            "means_chosen": "choose_means",
            "typed": "type",
            "term_ticked": "tick_term",
            "fill_pressed": "fill",
            "credit_agreed": "accept_credit",
            "take_pressed": "take",
            "again_pressed": "print_again",
            "quittance_pressed": "print_quittance",
        },
    ),
    Place.ACTIVATION: Pair(
        ActivationPresenter,
        ActivationView,
        {
            "back_pressed": "back",
            "holder_chosen": "choose",
            "identity_ticked": "see_identity",
            "make_pressed": "make",
            "again_pressed": "print_again",
        },
    ),
    Place.REQUESTS: Pair(
        RequestsPresenter,
        RequestsView,
        {
            "back_pressed": "back",
            "row_chosen": "choose",
            "typed": "type",
            "answer_pressed": "answer",
            "close_pressed": "answer_and_close",
            "lease_pressed": "open_lease",
            "photo_opened": "enlarge",
            "photo_closed": "back",
        },
    ),
    Place.CHARGES: Pair(
        lambda parts, guide, _subject: ChargesPresenter(parts, guide),
        ChargesView,
        {
            "back_pressed": "back",
            "chosen": "choose",
            "paid_chosen": "say_paid",
            "reason_edited": "type_reason",
            "evidence_edited": "type_evidence",
            "resolve_pressed": "resolve",
            "lease_pressed": "open_lease",
        },
    ),
    Place.ATTENTION: Pair(
        lambda parts, guide, _subject: AttentionPresenter(parts, guide),
        AttentionView,
        {
            "back_pressed": "back",
            "chosen": "choose",
            "acknowledge_pressed": "acknowledge",
            "lease_pressed": "open_lease",
            "noted_pressed": "take_note",
        },
    ),
}
