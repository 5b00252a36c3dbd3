"""The cards beside the tables: what is owed, who lives there, and where things stand."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.services.leases.leases import Holder, LeaseCard, TermView
from desktop.views.common.card import Card, rule
from desktop.views.common.labels import text
from desktop.views.common.money import MoneyLabel
from desktop.views.common.theme import current
from desktop.views.common.words import moment, money, period, short_day
from desktop.views.counter.kit.facts import fact
from desktop.views.counter.kit.names import civil_name
from desktop.views.counter.lease import words
from desktop.views.counter.lease.presenter import LeaseState

TERMS_SHOWN = 5


def balance_card(card: LeaseCard, state: LeaseState) -> Card:
    """The amount first, then of when it is, then the terms still open."""
    translate = QCoreApplication.translate
    made = Card(pad=2)
    owed, ahead = card.balance_cents > 0, card.balance_cents < 0
    headline = translate("lease", "Owes") if owed else translate("lease", "Paid in advance")
    if not owed and not ahead:
        headline = translate("lease", "Owes nothing")
    made.body.addWidget(text(headline, "muted"))
    amount = MoneyLabel(abs(card.balance_cents), "money")
    amount.show_cents(abs(card.balance_cents), "success" if not owed else "")
    made.body.addWidget(amount)
    made.body.addWidget(_as_of(state))
    if card.unread:
        words = translate("lease", "A line of this account could not be read: the balance may be incomplete.")
        made.body.addWidget(text(words, "caption", state="attention"))
    if card.open_terms:
        made.body.addWidget(rule())
        made.body.addWidget(text(translate("lease", "Terms to pay"), "strong"))
        made.body.addLayout(_terms(card.open_terms, state.today))
    return made


def _as_of(state: LeaseState) -> QWidget:
    translate = QCoreApplication.translate
    if state.as_of is None or state.now is None:
        return text(translate("lease", "Not confirmed by central yet"), "caption")
    when = moment(state.as_of, state.now)
    if state.old_accounts:
        words = translate("lease", "The landlord's accounts are old: of {when}").format(when=when)
        return text(words, "caption", state="attention")
    if state.online:
        return text(translate("lease", "Up to date: {when}").format(when=when), "caption")
    return text(translate("lease", "Offline: as it was {when}").format(when=when), "caption", state="offline")


def _terms(terms: tuple[TermView, ...], today: date | None) -> QGridLayout:
    translate = QCoreApplication.translate
    grid = QGridLayout()
    grid.setHorizontalSpacing(current().scale.space(1))
    grid.setVerticalSpacing(current().scale.space(0.5))
    grid.setColumnStretch(0, 1)
    for place, term in enumerate(terms[:TERMS_SHOWN]):
        late = today is not None and term.due_on < today
        grid.addWidget(text(period(term.period), "body"), 2 * place, 0)
        amount = text(money(term.open_cents), "strong", wrap=False)
        grid.addWidget(amount, 2 * place, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        due = translate("lease", "due since {day}") if late else translate("lease", "due on {day}")
        words_due = due.format(day=short_day(term.due_on))
        grid.addWidget(text(words_due, "caption", state="attention" if late else ""), 2 * place + 1, 0, 1, 2)
    rest = terms[TERMS_SHOWN:]
    if rest:
        more = translate("lease", "Other terms ({count}): {amount}")
        total = money(sum(term.open_cents for term in rest))
        grid.addWidget(text(more.format(count=len(rest), amount=total), "caption"), 2 * TERMS_SHOWN, 0, 1, 2)
    return grid


def people_card(card: LeaseCard) -> Card:
    """Who holds the lease and how to reach them."""
    made = Card(pad=2)
    for place, holder in enumerate(card.holders):
        if place:
            made.body.addWidget(rule())
        _person(made, holder)
    return made


def _person(made: Card, holder: Holder) -> None:
    translate = QCoreApplication.translate
    made.body.addWidget(text(civil_name(holder.civility, holder.first_name, holder.last_name), "strong"))
    language = words.language_name(holder.language)
    born = translate("lease", "Birth date unknown · speaks {language}").format(language=language)
    if holder.birth_date is not None:
        born = translate("lease", "Born on {day} · speaks {language}").format(
            day=short_day(holder.birth_date), language=language
        )
    if holder.birth_name:
        born = translate("lease", "Birth name {name}").format(name=holder.birth_name) + " · " + born
    made.body.addWidget(text(born, "caption"))
    for phone in holder.phones:
        made.body.addWidget(fact("phone", "muted", phone))
    if holder.email:
        made.body.addWidget(fact("mail", "muted", holder.email))


def standing_card(card: LeaseCard) -> Card:
    """Account, activation code, insurance, and the lease itself."""
    made = Card(pad=2)
    for each in (words.account_fact(card), words.code_fact(card), words.insurance_fact(card)):
        made.body.addWidget(fact(*each))
    made.body.addWidget(rule())
    for line in _lease_lines(card):
        made.body.addWidget(text(line, "caption"))
    return made


def _lease_lines(card: LeaseCard) -> list[str]:
    translate = QCoreApplication.translate
    lines = [translate("lease", "Lease since {day}").format(day=short_day(card.starts_on))]
    if card.ends_on is not None:
        lines.append(translate("lease", "Left on {day}").format(day=short_day(card.ends_on)))
    lines.append(
        translate("lease", "Rent {rent} and charges {charges} a month").format(
            rent=money(card.rent_cents), charges=money(card.charges_cents)
        )
    )
    if card.debit_day:
        lines.append(translate("lease", "Direct debit on day {day} of the month").format(day=card.debit_day))
    return lines
