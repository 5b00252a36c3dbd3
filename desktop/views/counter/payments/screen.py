"""Taking cash or a cheque."""

from desktop.views.common.screen import Words
from desktop.views.counter.payments.presenter import PaymentsPresenter
from desktop.views.counter.payments.view import PaymentsView
from desktop.views.counter.screens import CounterScreen, LeaseWay

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
)
