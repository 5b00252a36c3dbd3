"""What somebody can do who may not try any more for now."""

from math import ceil

from PySide6.QtCore import QCoreApplication

_HOUR = 3600


def desk_or_later(seconds: int) -> str:
    """The desk helps at once; otherwise it opens by itself after `seconds`, said as roughly as one waits."""
    translate = QCoreApplication.translate
    if seconds > 2 * _HOUR:
        return translate(
            "patience",
            "At the desk, with a proof of identity, it is opened again at once. Otherwise, come back in "
            "%n hour(s).",
            "",
            ceil(seconds / _HOUR),
        )
    return translate(
        "patience",
        "At the desk, with a proof of identity, it is opened again at once. Otherwise, come back in "
        "%n minute(s).",
        "",
        max(1, ceil(seconds / 60)),
    )
