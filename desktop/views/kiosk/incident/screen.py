"""Something went wrong that should not."""

from desktop.views.kiosk.incident.presenter import IncidentPresenter
from desktop.views.kiosk.incident.view import IncidentView
from desktop.views.kiosk.screens import KioskScreen

SCREEN = KioskScreen(
    presenter=IncidentPresenter,
    view=IncidentView,
    private=False,
    tile=None,
    help=None,
    ends_by_itself=True,
)
