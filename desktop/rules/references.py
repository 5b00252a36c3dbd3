"""References a bank understands: ISO 11649 creditor references, IBANs and the EPC transfer code."""

from typing import Final

from stdnum import iban, iso11649
from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_97_10

from desktop.errors import Invalid
from desktop.rules.money import MAX_CENTS, Cents

EPC_MAX_BYTES: Final = 331
"""EPC069-12: the code is read at level M, version 13 at most."""

_FOUR = 4


def make_reference(number: str) -> str:
    """The creditor reference `RF` + two check digits + up to 21 letters and digits (ISO 11649, MOD 97-10).

    Raises Invalid on "reference": reference_malformed.
    """
    body = iso11649.compact(number)
    if not (body.isascii() and body.isalnum() and len(body) <= 21):
        raise Invalid("reference", "reference_malformed")
    return f"RF{mod_97_10.calc_check_digits(body + 'RF')}{body}"


def check_reference(text: str) -> str:
    """The reference as typed or scanned, without its spaces. Raises Invalid: reference_malformed."""
    try:
        reference = iso11649.validate(text)
    except ValidationError as error:
        raise Invalid("reference", "reference_malformed") from error
    if not (reference.isascii() and reference.isalnum()):
        raise Invalid("reference", "reference_malformed")
    return reference


def check_iban(text: str) -> str:
    """The IBAN without its spaces, its check digits and its country's length proven (ISO 13616).

    Raises Invalid on "iban": iban_missing, iban_malformed.
    """
    if not text.strip():
        raise Invalid("iban", "iban_missing")
    try:
        number = iban.validate(text)
    except ValidationError as error:
        raise Invalid("iban", "iban_malformed") from error
    if not (number.isascii() and number.isalnum()):
        raise Invalid("iban", "iban_malformed")
    return number


def in_fours(text: str) -> str:
    """A reference or IBAN as it is printed, in groups of four."""
    return " ".join(text[start : start + _FOUR] for start in range(0, len(text), _FOUR))


def epc_payload(*, name: str, iban: str, cents: Cents, reference: str = "", bic: str = "") -> str:
    """The text of a transfer QR code that banking applications read (EPC069-12, version 002, UTF-8).

    `name` is the creditor's, cut at 70 characters; the BIC may be left out inside the European Economic Area.
    Banks in France rarely read it: the IBAN and the reference stay readable beside it. Raises Invalid:
    amount_not_positive, amount_too_big, name_missing, iban_malformed, reference_malformed.
    """
    if cents <= 0:
        raise Invalid("amount", "amount_not_positive")
    if cents > MAX_CENTS:
        raise Invalid("amount", "amount_too_big", limit_cents=MAX_CENTS)
    holder = " ".join(name.split())[:70]
    if not holder:
        raise Invalid("name", "name_missing")
    lines = (
        "BCD",
        "002",
        "1",
        "SCT",
        "".join(bic.split()).upper(),
        holder,
        check_iban(iban),
        f"EUR{cents // 100}.{cents % 100:02d}",
        "",
        check_reference(reference) if reference else "",
    )
    return "\n".join(lines).rstrip("\n")
