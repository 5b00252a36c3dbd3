"""Commands and the codes they ended with, as staff say them."""

from PySide6.QtCore import QCoreApplication

from desktop.rules.means import Means
from desktop.services.access.staff_locks import LockedStaff
from desktop.services.catalogue import ENTRIES
from desktop.services.entry import Money
from desktop.services.warnings import WarningView
from desktop.sync.standing import AttentionItem
from desktop.views.counter.attention.presenter import Item
from desktop.views.counter.attention.warning_words import warning_advice, warning_words

MONEY = frozenset(entry.kind for entry in ENTRIES if entry.money is not Money.NONE)


def what_words(item: Item) -> str:
    """What was done, with the means where money changed hands."""
    translate = QCoreApplication.translate
    if isinstance(item, LockedStaff):
        return translate("attention", "{name} is locked out").format(name=item.name)
    return {
        ("payment.take", Means.CASH.value): translate("attention", "Payment in cash"),
        ("payment.take", Means.CHEQUE.value): translate("attention", "Payment by cheque"),
    }.get((item.kind, item.means), _kind_words(item.kind))


def _kind_words(kind: str) -> str:
    translate = QCoreApplication.translate
    return {
        "payment.take": translate("attention", "Payment in cash or by cheque"),
        "charge.start": translate("attention", "Card payment started"),
        "charge.settle": translate("attention", "Answer of the card terminal"),
        "charge.resolve": translate("attention", "Card payment settled by staff"),
        "activation.reissue": translate("attention", "New activation code"),
        "account.activate": translate("attention", "Account activated"),
        "account.unlock": translate("attention", "Account unlocked"),
        "account.note_sign_in": translate("attention", "Tenant's sign-in"),
        "staff.note_sign_in": translate("attention", "Staff sign-in"),
        "staff.unlock": translate("attention", "Colleague let in again"),
        "lease.view": translate("attention", "File opened"),
        "request.open": translate("attention", "Request"),
        "request.answer": translate("attention", "Answer to a request"),
        "warning.settle": translate("attention", "Warning settled"),
        "import": translate("attention", "Night's import of the accounts"),
        "": translate("attention", "The station itself"),
    }.get(kind, kind)


def code_words(code: str) -> str:
    """What central, or the next reading of the rows, had against it."""
    translate = QCoreApplication.translate
    known = {
        "cash_cap": translate(
            "attention", "Together with other payments, the cash goes beyond the legal cap."
        ),
        "more_than_owed": translate("attention", "It is more than what was owed by then."),
        "balance_changed": translate("attention", "The balance had changed meanwhile."),
        "lease_unknown": translate("attention", "Central does not know this lease any more."),
        "lease_of_another_agency": translate("attention", "The lease has moved to another agency."),
        "payment_in_doubt": translate("attention", "A card payment of the same lease was in doubt."),
        "charge_settled": translate("attention", "The card payment had been settled already."),
        "charge_settled_otherwise": translate(
            "attention", "The terminal says something else than what was recorded."
        ),
        "request_closed": translate("attention", "The request had been closed meanwhile."),
        "code_already_used": translate("attention", "The one-time code had been used elsewhere."),
        "staff_unknown": translate("attention", "Central does not know this member of staff."),
        "role_missing": translate("attention", "The role of this member of staff does not allow it."),
        "staff_of_another_agency": translate("attention", "This member of staff is of another agency."),
        "account_missing": translate("attention", "This lease has no activated account in this agency."),
        "warning_settled": translate("attention", "Somebody else had settled this warning by then."),
        "own_warning": translate("attention", "Nobody settles a warning about what they did themselves."),
    }
    return known.get(
        code, translate("attention", "Central did not take it as it is ({code}).").format(code=code)
    )


def standing_words(item: Item) -> str:
    translate = QCoreApplication.translate
    if isinstance(item, WarningView):
        return translate("attention", "to be settled")
    if isinstance(item, LockedStaff):
        return translate("attention", "locked out")
    if not isinstance(item, AttentionItem):
        return translate("attention", "waiting")
    return {
        "refused": translate("attention", "refused"),
        "warning": translate("attention", "done, with a remark"),
        "parked": translate("attention", "being looked into"),
        "not_replayed": translate("attention", "in contradiction"),
        "undone": translate("attention", "to be done again"),
    }.get(item.status, item.status)


def why(item: Item) -> str:
    translate = QCoreApplication.translate
    if isinstance(item, WarningView):
        return warning_words(item.code)
    if isinstance(item, LockedStaff):
        return translate("attention", "Too many wrong passwords or codes were typed with this login.")
    if not isinstance(item, AttentionItem):
        return translate("attention", "It is kept safe on this station until central confirms it.")
    return _why_not(item)


def _why_not(item: AttentionItem) -> str:
    translate = QCoreApplication.translate
    if item.status == "parked" and item.code == "update_central":
        return translate(
            "attention", "This station is newer than central, which keeps it and does it once it is updated."
        )
    if item.status == "parked":
        return _parked_words(item.code)
    if item.status == "undone":
        return translate(
            "attention", "Central had confirmed it, was put back to an earlier day, and did not do it again."
        )
    return code_words(item.code)


def _parked_words(code: str) -> str:
    translate = QCoreApplication.translate
    return {
        "second_person": translate(
            "attention", "Nobody decides alone about so much money: an administrator decides, too."
        ),
        "evidence_missing": translate(
            "attention", "The card terminal's authorisation is missing: an administrator decides."
        ),
        "evidence_used": translate(
            "attention", "Another payment had this authorisation: an administrator decides."
        ),
        "charge_unknown": translate(
            "attention", "Central knows nothing of this card payment: an administrator decides."
        ),
    }.get(
        code,
        translate("attention", "Central could not deal with it. It keeps it, and the support looks into it."),
    )


def advice(item: Item) -> str:
    """What to do about it."""
    translate = QCoreApplication.translate
    if isinstance(item, WarningView):
        return warning_advice(item.code)
    if isinstance(item, LockedStaff):
        return translate(
            "attention",
            "For the agency's manager: ask them whether it was they. If so, let them try again; if not,"
            " somebody is guessing: tell the administrator.",
        )
    if not isinstance(item, AttentionItem):
        return translate("attention", "There is nothing to do: it goes by itself as soon as central answers.")
    if item.status == "parked":
        return translate(
            "attention", "Do not do it again: it is not lost. What came of it will be shown here."
        )
    return _advice_on(item.kind)


def _advice_on(kind: str) -> str:
    translate = QCoreApplication.translate
    if kind in MONEY:
        return translate(
            "attention",
            "Look whether the payment is in the tenant's file. If not, the money is the tenant's.",
        )
    if kind == "account.activate":
        return translate(
            "attention", "Give the tenant a new activation code: the account has to be activated again."
        )
    if kind == "activation.reissue":
        return translate("attention", "The code on the paper may not work: give the tenant another one.")
    if kind in {"request.answer", "request.open"}:
        return translate("attention", "Open the request and look whether it says what it should.")
    return translate("attention", "Do it again if it is still needed.")


def who_words(item: Item) -> tuple[str, ...]:
    """Who did it: a login, or a tenant at the kiosk; and, where it may have been another one, the station."""
    if isinstance(item, LockedStaff):
        return (item.login,)
    if not isinstance(item, WarningView):
        return (_actor_words(item.actor),)
    said = QCoreApplication.translate("attention", "in the name of {name}")
    return (said.format(name=_actor_words(item.actor)), item.station) if item.actor else (item.station,)


def _actor_words(actor: str) -> str:
    translate = QCoreApplication.translate
    kind, _, name = actor.partition(":")
    if kind == "tenant":
        return translate("attention", "tenant of contract {number}").format(number=name)
    return name if kind == "staff" else translate("attention", "this station")
