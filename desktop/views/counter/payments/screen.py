"""Taking cash or a cheque."""

from desktop.views.common.screen import Words
from desktop.views.counter.paper import What
from desktop.views.counter.payments.presenter import PaymentsPresenter
from desktop.views.counter.payments.view import PaymentsView
from desktop.views.counter.screens import CounterScreen, LeaseWay, PaperName

SCREEN = CounterScreen(
    presenter=PaymentsPresenter,
    view=PaymentsView,
    about="lease",
    way=LeaseWay(
        order=90,
        key="F6",
        icon="cash",
        words=Words("PaymentsView", "Take a payment"),
        primary=True,
    ),
    papers=(
        PaperName(
            what=What.RECEIPT,
            first=Words("PaymentsView", "Receipt {number}"),
            again=Words("PaymentsView", "Duplicate of receipt {number}"),
        ),
        PaperName(
            what=What.RENT_RECEIPT,
            first=Words("PaymentsView", "Quittance {number}"),
            again=Words("PaymentsView", "Duplicate of quittance {number}"),
        ),
    ),
)
