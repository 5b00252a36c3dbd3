"""What somebody can do who may not try any more for now."""

from math import ceil

from PySide6.QtCore import QObject

_HOUR = 3600


class PatienceWords(QObject):
    """Qt finds plurals in methods of its objects only."""

    def desk_or_later(self, seconds: int) -> str:
        """The desk helps at once; else it opens by itself after `seconds`, said as roughly as one waits."""
        if seconds > 2 * _HOUR:
            return self.tr(
                "At the desk, with a proof of identity, it is opened again at once. "
                "Otherwise, come back in %n hour(s).",
                "",
                ceil(seconds / _HOUR),
            )
        return self.tr(
            "At the desk, with a proof of identity, it is opened again at once. "
            "Otherwise, come back in %n minute(s).",
            "",
            max(1, ceil(seconds / 60)),
        )
