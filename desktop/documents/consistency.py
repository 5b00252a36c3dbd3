"""The refusals of documents: a paper that contradicts itself is never printed."""

from datetime import datetime

from desktop.errors import Invalid


def require(holds: bool, field: str, code: str, **facts: object) -> None:
    """Raise `Invalid(field, code)` unless the fact holds."""
    if not holds:
        raise Invalid(field, code, **facts)


def require_aware(moment: datetime, field: str) -> None:
    """Refuse a time without a time zone: a paper must say when, not when somewhere."""
    require(moment.utcoffset() is not None, field, "time_without_zone")


def require_said(text: str, field: str) -> None:
    """Refuse an empty word where the law or the reader needs one."""
    require(bool(text.strip()), field, "missing")
