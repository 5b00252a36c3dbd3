"""A certificate of insurance that a tenant shows."""

from desktop.views.common.screen import Words
from desktop.views.counter.insurance.presenter import ACKNOWLEDGEMENT, InsurancePresenter
from desktop.views.counter.insurance.view import InsuranceView
from desktop.views.counter.screens import CounterScreen, LeaseWay, PaperName

SCREEN = CounterScreen(
    presenter=InsurancePresenter,
    view=InsuranceView,
    about="lease",
    way=LeaseWay(
        order=30,
        key="F10",
        icon="shield",
        words=Words("InsuranceView", "Insurance certificate"),
    ),
    papers=(PaperName(what=ACKNOWLEDGEMENT, first=Words("InsuranceView", "Acknowledgement")),),
)
