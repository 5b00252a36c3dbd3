"""Papers to take away."""

from desktop.views.common.screen import Words
from desktop.views.kiosk.papers.presenter import PapersPresenter
from desktop.views.kiosk.papers.view import PapersView
from desktop.views.kiosk.screens import KioskScreen, Tile

SCREEN = KioskScreen(
    presenter=PapersPresenter,
    view=PapersView,
    private=True,
    tile=Tile(
        order=30,
        icon="receipt",
        words=Words("PapersView", "My papers"),
        hint=Words("PapersView", "Receipts and rent receipts"),
    ),
    help=Words("PapersView", "Touch a paper in the list, then print it. It is free."),
)
