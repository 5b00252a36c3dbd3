"""A payment nobody knows the outcome of: the one sentence that matters, and its reference."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.station.charging import reference_of
from desktop.views.common.banner import Banner, Tone
from desktop.views.common.card import Card
from desktop.views.common.labels import text
from desktop.views.common.words import money
from desktop.views.kiosk.kit.hero import Hero
from desktop.views.kiosk.kit.printing import PaperProgress
from desktop.views.kiosk.kit.saying import say_printing
from desktop.views.kiosk.pay.asking import bare_column
from desktop.views.kiosk.pay.state import PayState


class DoubtPanel(QWidget):
    """An earlier payment is in doubt: no other can start until somebody knows."""

    def __init__(self) -> None:
        super().__init__()
        column = bare_column(self)
        self.hero = Hero()
        self.printing = Banner()
        card = Card(self.tr("What happens now"), pad=3)
        card.body.addWidget(
            text(self.tr("The agency looks in the journal of the terminal whether the money was taken."))
        )
        card.body.addWidget(
            text(self.tr("If it was, it is put on your account. If it was not, you can pay again."))
        )
        column.addWidget(self.hero)
        column.addWidget(self.printing)
        column.addWidget(card)

    def show_state(self, state: PayState) -> None:
        if state.printing is not PaperProgress.NO_PRINTER:
            say_printing(self.printing, state.printing)
        if state.doubt is not None:
            say_doubt(self.hero, state.doubt.id, state.doubt.amount_cents)


def say_doubt(hero: Hero, charge_id: str, cents: int) -> None:
    """The sentence and the reference, the same wherever a doubt is shown."""
    translate = QCoreApplication.translate
    hero.say(
        Tone.ATTENTION,
        translate("doubt", "Your payment of {amount} is being checked: do not pay a second time.").format(
            amount=money(cents)
        ),
        translate(
            "doubt", "The answer of the terminal did not arrive. Keep this reference and show it at the desk."
        ),
        big=reference_of(charge_id),
        sign="clock",
    )
