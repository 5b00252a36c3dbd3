"""The welcome, the home screen, the account, the requests and the farewell, each without a window."""

import pytest

from desktop.services.requests.requests import AnswerRequest, OpenRequest
from desktop.views.kiosk.account.presenter import AccountPresenter, Reading
from desktop.views.kiosk.goodbye.presenter import GoodbyePresenter
from desktop.views.kiosk.home.presenter import HomePresenter
from desktop.views.kiosk.incident.presenter import SECONDS_SHOWN, IncidentPresenter, incident_number
from desktop.views.kiosk.requests.presenter import RequestsPresenter
from desktop.views.kiosk.visit import Act
from desktop.views.kiosk.welcome.presenter import WelcomePresenter
from tests.elsewhere import done_elsewhere
from tests.unit.services.rows import LEASE, NOW
from tests.unit.views.kiosk.conftest import Companion, Opened
from tests.views.kiosk.kit import Hall


def report(kiosk: Hall) -> str:
    command = OpenRequest(lease_id=LEASE, category="lift", place="Parties communes", description="En panne.")
    return kiosk.station.perform(command, f"tenant:{LEASE}").result["request_id"]


def test_the_welcome_names_the_agency_its_hours_and_what_works(opened: Opened, kiosk: Hall) -> None:
    welcome = opened(WelcomePresenter)
    assert welcome.state.agency.name == "Agence de Calais"
    assert len(welcome.state.hours) == 2
    assert (welcome.state.online, welcome.state.ready) == (True, True)
    kiosk.station.online = False
    welcome.refresh()
    kiosk.settle()
    assert not welcome.state.online


def test_a_kiosk_that_never_heard_of_its_agency_opens_no_door(opened: Opened, guide: Companion) -> None:
    welcome = opened(WelcomePresenter)
    welcome.show(ready=False)
    welcome.activate_pressed()
    welcome.sign_in_pressed()
    assert guide.places == []


def test_home_hides_the_figures_until_they_are_asked_for(opened: Opened, visitor: Companion) -> None:
    home = opened(HomePresenter)
    assert (home.state.overview.balance_cents, home.state.figures_shown) == (1_030_10, False)
    home.figures_pressed()
    assert visitor.visit.figures_shown
    home.place_chosen("pay")
    assert visitor.places == ["pay"]


def test_home_says_how_many_answers_wait(opened: Opened, visitor: Companion, kiosk: Hall) -> None:
    request_id = report(kiosk)
    home = opened(HomePresenter)
    assert home.state.overview.answered == 0
    done_elsewhere(kiosk.station, AnswerRequest(request_id=request_id, text="Réparé.", close=False))
    home.refresh()
    kiosk.settle()
    assert home.state.overview.answered == 1


def test_the_account_explains_one_month_then_leads_back(opened: Opened, visitor: Companion) -> None:
    account = opened(AccountPresenter)
    assert account.state.statement.balance_cents == 1_030_10
    account.month_pressed("2026-10")
    assert account.state.term.open_cents == 515_05
    assert {line.operation for line in account.state.lines} == {"LOYER", "PCHARGES", "APL", "RLS"}
    account.back_pressed()
    assert account.state.reading is Reading.MONTHS
    account.lines_pressed()
    account.back_pressed()
    account.back_pressed()
    assert visitor.places == ["home"]


def test_a_request_shows_its_answer(opened: Opened, visitor: Companion, kiosk: Hall) -> None:
    request_id = report(kiosk)
    kiosk.clock.wait(60)
    done_elsewhere(kiosk.station, AnswerRequest(request_id=request_id, text="Réparé.", close=True))
    requests = opened(RequestsPresenter)
    requests.request_pressed(request_id)
    kiosk.settle()
    assert [step.text for step in requests.state.card.steps] == ["", "Réparé."]
    requests.back_pressed()
    assert requests.state.card is None


def test_a_request_of_somebody_else_cannot_be_opened(opened: Opened, visitor: Companion, kiosk: Hall) -> None:
    requests = opened(RequestsPresenter)
    request_id = report(kiosk)
    requests.request_pressed(request_id)
    kiosk.settle()
    assert requests.state.card is None


@pytest.mark.parametrize(
    ("acts", "card", "papers"),
    [
        ([], False, False),
        ([Act.PAID], True, False),
        ([Act.PAID, Act.PRINTED], True, True),
        ([Act.IN_DOUBT], True, False),
    ],
)
def test_the_farewell_says_what_to_take_and_closes_the_account(
    opened: Opened, visitor: Companion, acts: list[Act], card: bool, papers: bool
) -> None:
    for act in acts:
        visitor.visit.note(act)
    goodbye = opened(GoodbyePresenter)
    assert (goodbye.state.take_card, goodbye.state.take_papers) == (card, papers)
    assert visitor.visit.account is None


def test_the_farewell_leaves_by_itself(opened: Opened, visitor: Companion, kiosk: Hall) -> None:
    goodbye = opened(GoodbyePresenter)
    for _ in range(kiosk.parts.idle_times.goodbye - 1):
        goodbye.tick()
    assert visitor.finished == 0
    goodbye.tick()
    assert visitor.finished == 1


def test_an_incident_shows_its_number_for_a_while(opened: Opened, guide: Companion) -> None:
    guide.visit.incident = incident_number(NOW)
    incident = opened(IncidentPresenter)
    assert incident.state.number == "22-113000"
    for _ in range(SECONDS_SHOWN):
        incident.tick()
    assert guide.finished == 1


def test_what_nobody_expected_becomes_an_incident(opened: Opened, visitor: Companion, kiosk: Hall) -> None:
    def broken(*_said: object) -> None:
        raise RuntimeError("a fault of ours")

    home = opened(HomePresenter)
    kiosk.station.ask = broken
    home.refresh()
    kiosk.settle()
    assert [str(error) for error in visitor.errors] == ["a fault of ours"]


def test_who_left_is_told_nothing_any_more(opened: Opened, visitor: Companion, kiosk: Hall) -> None:
    home = opened(HomePresenter)
    seen = len(home._page.states)
    screen = home._page
    home.refresh()
    home.close()
    kiosk.settle()
    assert len(screen.states) == seen
