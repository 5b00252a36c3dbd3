"""A day as people type it."""

import re
import unicodedata
from datetime import date

from desktop.errors import Invalid

_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d+)|(\d{2})(\d{2})(\d{4})", re.ASCII)
_YEAR_MONTH_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def typed_day(field: str, text: str, *, century: int = 0) -> date:
    """15/06/1979, 15.6.1979, 15 06 1979, 15061979 or 1979-06-15; with a `century` (2000) also 15/6/79.

    Raises Invalid on `field`, with its name before the code: _missing, _malformed, _short_year (without a
    century 79 may be 1879 or 1979), _impossible (31/02).
    """
    plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in text).strip()
    if not plain:
        raise Invalid(field, f"{field}_missing")
    year, month, day = _year_month_day(field, plain, century)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Invalid(field, f"{field}_impossible") from error


def _year_month_day(field: str, plain: str, century: int) -> tuple[int, int, int]:
    if found := _YEAR_MONTH_DAY.fullmatch(plain):
        return int(found[1]), int(found[2]), int(found[3])
    found = _DAY_MONTH_YEAR.fullmatch(plain)
    if found is None:
        raise Invalid(field, f"{field}_malformed")
    day, month, year = (part for part in found.groups() if part is not None)
    if len(year) == 2 and not century:
        raise Invalid(field, f"{field}_short_year")
    if len(year) not in (2, 4):
        raise Invalid(field, f"{field}_malformed")
    return int(year) + (century if len(year) == 2 else 0), int(month), int(day)
