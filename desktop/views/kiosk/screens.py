"""Which presenter and which view make each screen, and how the one hears the other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from desktop.views.common.page import KioskPage
from desktop.views.kiosk.account.presenter import AccountPresenter
from desktop.views.kiosk.account.view import AccountView
from desktop.views.kiosk.activation.presenter import ActivationPresenter
from desktop.views.kiosk.activation.view import ActivationView
from desktop.views.kiosk.goodbye.presenter import GoodbyePresenter
from desktop.views.kiosk.goodbye.view import GoodbyeView
from desktop.views.kiosk.home.presenter import HomePresenter
from desktop.views.kiosk.home.view import HomeView
from desktop.views.kiosk.incident.presenter import IncidentPresenter
from desktop.views.kiosk.incident.view import IncidentView
from desktop.views.kiosk.new_request.presenter import NewRequestPresenter
from desktop.views.kiosk.new_request.view import NewRequestView
from desktop.views.kiosk.papers.presenter import PapersPresenter
from desktop.views.kiosk.papers.view import PapersView
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.pay.presenter import PayPresenter
from desktop.views.kiosk.pay.view import PayView
from desktop.views.kiosk.requests.presenter import RequestsPresenter
from desktop.views.kiosk.requests.view import RequestsView
from desktop.views.kiosk.scene import KioskScene
from desktop.views.kiosk.sign_in.presenter import SignInPresenter
from desktop.views.kiosk.sign_in.view import SignInView
from desktop.views.kiosk.visit import Place
from desktop.views.kiosk.welcome.presenter import WelcomePresenter
from desktop.views.kiosk.welcome.view import WelcomeView


@dataclass(frozen=True, slots=True)
class Pair:
    """How to make the two halves of a screen; `wires`: signal of the view → method of the presenter."""

    presenter: Callable[[KioskParts, KioskGuide], KioskScene[Any]]
    view: Callable[[], Any]
    wires: dict[str, str]

    def wire(self, view: KioskPage, presenter: KioskScene[Any]) -> None:
        """Tie each signal of the view to the method of the presenter that answers it."""
        for signal, method in self.wires.items():
            getattr(view, signal).connect(getattr(presenter, method))


_LEAVING: Final = {"leave_pressed": "leave"}

SCREENS: Final[dict[Place, Pair]] = {
    Place.WELCOME: Pair(
        WelcomePresenter, WelcomeView, {"activate_pressed": "activate", "sign_in_pressed": "sign_in"}
    ),
    Place.ACTIVATION: Pair(
        ActivationPresenter,
        ActivationView,
        {
            "number_typed": "type_number",
            "code_typed": "type_code",
            "birth_date_typed": "type_birth_date",
            "email_typed": "type_email",
            "email_chosen": "choose_email",
            "password_typed": "type_password",
            "correct_pressed": "correct",
            "go_on_pressed": "go_on",
            "sign_in_pressed": "sign_in",
            "back_pressed": "go_back",
        },
    ),
    Place.SIGN_IN: Pair(
        SignInPresenter,
        SignInView,
        {
            "number_typed": "type_number",
            "password_typed": "type_password",
            "sign_in_pressed": "sign_in",
            "activate_pressed": "activate",
            "back_pressed": "go_back",
        },
    ),
    Place.HOME: Pair(HomePresenter, HomeView, {"figures_pressed": "show_figures", "place_chosen": "go_to"}),
    Place.ACCOUNT: Pair(
        AccountPresenter,
        AccountView,
        {
            "pay_pressed": "pay",
            "lines_pressed": "show_lines",
            "month_pressed": "explain",
            "back_pressed": "go_back",
        },
    ),
    Place.PAY: Pair(
        PayPresenter,
        PayView,
        {
            "chosen": "choose",
            "amount_typed": "type_amount",
            "credit_answered": "accept_credit",
            "go_on_pressed": "go_on",
            "paper_pressed": "print_paper",
            "reference_pressed": "print_reference",
            "finish_pressed": "finish",
            "back_pressed": "go_back",
        },
    ),
    Place.PAPERS: Pair(
        PapersPresenter,
        PapersView,
        {"chosen": "choose", "print_pressed": "print_chosen", "back_pressed": "go_back"},
    ),
    Place.REQUESTS: Pair(
        RequestsPresenter,
        RequestsView,
        {"request_pressed": "choose", "new_pressed": "new_request", "back_pressed": "go_back"},
    ),
    Place.NEW_REQUEST: Pair(
        NewRequestPresenter,
        NewRequestView,
        {
            "category_chosen": "choose_category",
            "place_chosen": "choose_place",
            "written": "write",
            "photo_touched": "touch_photo",
            "again_pressed": "look_again",
            "go_on_pressed": "go_on",
            "finish_pressed": "finish",
            "back_pressed": "go_back",
        },
    ),
    Place.GOODBYE: Pair(GoodbyePresenter, GoodbyeView, _LEAVING),
    Place.INCIDENT: Pair(IncidentPresenter, IncidentView, _LEAVING),
}
