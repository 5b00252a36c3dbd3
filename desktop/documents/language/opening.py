"""Opening hours as the ERP writes them, turned into words."""

import re
from typing import Final

from desktop.documents.language.typography import NBSP
from desktop.documents.language.wording import Wording

_LINE: Final = re.compile(r"(?P<days>[^\W\d]{3}(?:-[^\W\d]{3})?)\s+(?P<spans>\d{1,2}:\d\d-\d{1,2}:\d\d.*)")
_SPAN: Final = re.compile(r"(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)")


def opening_words(line: str, wording: Wording) -> str:
    """« Lun-Jeu 08:30-12:00 13:30-17:30 » as « lundi à jeudi 8 h 30–12 h et 13 h 30–17 h 30 ».

    A line written otherwise is meant for people already and stays as it is.
    """
    found = _LINE.fullmatch(line.strip())
    days = [_day(code, wording) for code in found["days"].split("-")] if found else []
    if found is None or not all(days):
        return line
    named = wording.translate("weekday.to", first=days[0], last=days[-1]) if len(days) > 1 else days[0]
    spans = [f"{_hour(a, b, wording)}–{_hour(c, d, wording)}" for a, b, c, d in _SPAN.findall(found["spans"])]
    joint = f" {wording.translate('language.and')} "
    return f"{named} {joint.join(spans)}"


def _day(code: str, wording: Wording) -> str:
    try:
        return wording.translate(f"weekday.{code.lower()}")
    except KeyError:
        return ""


def _hour(hour: str, minute: str, wording: Wording) -> str:
    if wording.language == "fr":
        return f"{int(hour)}{NBSP}h" + (f"{NBSP}{minute}" if minute != "00" else "")
    return f"{int(hour)}:{minute}"
