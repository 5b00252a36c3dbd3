"""The screens of who is signed in."""

from collections.abc import Sequence

from desktop.views.kiosk.account.view import AccountView
from desktop.views.kiosk.home.view import HomeView
from desktop.views.kiosk.new_request.photos import PhotosStep
from desktop.views.kiosk.new_request.steps import DescriptionStep, TilesStep
from desktop.views.kiosk.new_request.view import NewRequestView
from desktop.views.kiosk.papers.view import PapersView
from desktop.views.kiosk.pay.asking import AmountPanel, ChoosePanel, ReviewPanel
from desktop.views.kiosk.pay.view import PayView
from desktop.views.kiosk.requests.view import RequestsView
from tests.views.kiosk.reading import plain, table_rows, texts
from tests.views.kiosk.screen_page import Page


class HomePage(Page):
    """The tiles."""

    kind = HomeView

    @property
    def amount(self) -> str:
        """What is owed, or dots."""
        return plain(self.view.amount.text())

    def touch_figures(self) -> None:
        """Show or hide the amounts."""
        self.kiosk.touch(self.view.figures)

    def touch_tile(self, place: str) -> None:
        """One of the tiles."""
        self.kiosk.touch(self.view.tiles[place])


class AccountPage(Page):
    """What is owed, and why."""

    kind = AccountView

    def touch_month(self, row: int) -> None:
        """A month of the list, the newest is row 0."""
        self.kiosk.touch_row(self.view.table, row)

    def touch_lines(self) -> None:
        """« Toutes les opérations »."""
        self.kiosk.touch(self.view.lines)

    def touch_pay(self) -> None:
        """« Payer »."""
        self.touch_continue()


class PayPage(Page):
    """Choosing, paying, the outcome."""

    kind = PayView

    def touch_everything(self) -> None:
        """« Tout ce que je dois »."""
        self.kiosk.touch(self._choose.all)

    def touch_month(self) -> None:
        """« Le loyer de ce mois »."""
        self.kiosk.touch(self._choose.month)

    def touch_other(self) -> None:
        """« Un autre montant »."""
        self.kiosk.touch(self._choose.other)

    def type_amount(self, words: str) -> None:
        """An amount on the keys."""
        panel = self.view.panel
        assert isinstance(panel, AmountPanel)
        self.kiosk.type(panel.field, words)

    def tick_credit(self) -> None:
        """« Oui, je veux payer cette somme d'avance »."""
        panel = self.view.panel
        assert isinstance(panel, ReviewPanel)
        self.kiosk.touch(panel.credit)

    def touch_pay(self) -> None:
        """« Payer … »: the terminal is asked."""
        self.touch_continue()

    def touch_print(self) -> None:
        """Print the receipt, or the reference of a doubt."""
        self.touch_continue()

    def touch_print_also(self, number: int = 0) -> None:
        """« Imprimer aussi la quittance »."""
        self.kiosk.touch(self.view.panel.others[number])

    @property
    def _choose(self) -> ChoosePanel:
        panel = self.view.panel
        assert isinstance(panel, ChoosePanel)
        return panel


class PapersPage(Page):
    """Receipts and rent receipts."""

    kind = PapersView

    @property
    def rows(self) -> list[str]:
        """The papers, each as one reads its line."""
        return table_rows(self.view.table)

    def touch_paper(self, row: int) -> None:
        """One of the list."""
        self.kiosk.touch_row(self.view.table, row)

    def touch_print(self) -> None:
        """« Imprimer »."""
        self.touch_continue()


class RequestsPage(Page):
    """What was asked, and the answers."""

    kind = RequestsView

    @property
    def rows(self) -> list[str]:
        """The requests, each as one reads its line."""
        return table_rows(self.view.table)

    @property
    def timeline(self) -> str:
        """What the opened request says."""
        assert self.view.timeline is not None, "no request is open"
        return " · ".join(texts(self.view.timeline))

    def touch_request(self, row: int) -> None:
        """One of the list."""
        self.kiosk.touch_row(self.view.table, row)

    def touch_report(self) -> None:
        """« Signaler un problème »."""
        self.touch_continue()


class NewRequestPage(Page):
    """Five steps and a number."""

    kind = NewRequestView

    def touch_tile(self, key: str) -> None:
        """A category or a place, by its code."""
        panel = self.view.panel
        assert isinstance(panel, TilesStep)
        self.kiosk.touch(panel.tiles[key])

    def describe(self, words: str) -> None:
        """In one's own words."""
        panel = self.view.panel
        assert isinstance(panel, DescriptionStep)
        self.kiosk.type(panel.field, words)

    def touch_photo(self, number: int = 0) -> None:
        """One of the pictures, the newest is number 0."""
        panel = self.view.panel
        assert isinstance(panel, PhotosStep)
        self.kiosk.touch(list(panel.tiles.values())[number])

    def touch_send(self) -> None:
        """« Envoyer »."""
        self.touch_continue()

    def report(self, category: str, place: str, words: str, photos: Sequence[int] = ()) -> None:
        """Everything, from the first tile to « Envoyer »."""
        self.touch_tile(category)
        self.touch_tile(place)
        self.describe(words)
        self.touch_continue()
        for number in photos:
            self.touch_photo(number)
        self.touch_continue()
        self.touch_send()
