"""A new activation code for somebody whose identity was seen."""

from desktop.views.common.screen import Words
from desktop.views.counter.activation.presenter import ActivationPresenter
from desktop.views.counter.activation.view import ActivationView
from desktop.views.counter.paper import What
from desktop.views.counter.screens import CounterScreen, LeaseWay, PaperName

SCREEN = CounterScreen(
    presenter=ActivationPresenter,
    view=ActivationView,
    about="lease",
    way=LeaseWay(
        order=20,
        key="F7",
        icon="key",
        words=Words("ActivationView", "New activation code"),
    ),
    papers=(PaperName(what=What.SLIP, first=Words("ActivationView", "Slip with the code")),),
)
