"""The words of Caisse-AP over IP, as its public implementations use them."""

from typing import Final

VERSION: Final = "CZ"
IPC: Final = "CJ"
"""Identifiant Protocole Concert: twelve characters, given to integrators by the Association du Paiement."""
TILL: Final = "CA"
AMOUNT: Final = "CB"
"""Cents, two to twelve digits; an answer may pad it with zeros."""
ACTION: Final = "CD"
CURRENCY: Final = "CE"
"""ISO 4217 numeric."""
ANSWER_MODE: Final = "BA"
PAYMENT_MODE: Final = "CC"
CONTRACT: Final = "CG"
READ_MODE: Final = "CI"
PAN: Final = "AA"
"""Truncated by the terminal; only the last four digits ever leave the driver."""
EXPIRY: Final = "AB"
AUTHORISATION: Final = "AC"
STATUS: Final = "AE"
STATUS_DETAIL: Final = "AF"
APPLICATION: Final = "AI"
TICKET: Final = "AK"

ECHOED: Final = (TILL, AMOUNT, ACTION, CURRENCY)
"""What an answer repeats of its request when the payment was made (not always when it was not)."""
MANDATORY: Final = (VERSION, IPC, *ECHOED)

DEBIT: Final = "0"
EURO: Final = "978"
ANSWER_AT_THE_END: Final = "0"
ANSWER_AT_ONCE: Final = "1"

DONE: Final = "10"
NOT_DONE: Final = "01"
TAKEN_ON: Final = "11"
"""The request is accepted and its result will never come on this connection."""

READ_MODES: Final = {"1": "contact", "2": "contactless", "3": "stripe", "4": "manual"}
