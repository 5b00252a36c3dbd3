"""What a machine lacks that Guichet needs before it can do anything: named, and how to get it."""

import re
from zoneinfo import ZoneInfoNotFoundError

from desktop.errors import GuichetError

_LIBRARY = re.compile(r"([\w.+-]+\.so[\w.]*): cannot open shared object file")
_ON_WINDOWS = re.compile(r"DLL load failed while importing (\w+)")


def lacking(error: Exception) -> GuichetError | None:
    """The failure that a person can read behind what an import ended with; None for any other error."""
    if isinstance(error, ZoneInfoNotFoundError):
        return GuichetError("time_zones_missing")
    if isinstance(error, ImportError):
        found = _LIBRARY.search(str(error)) or _ON_WINDOWS.search(str(error))
        if found is not None:
            return GuichetError("library_missing", library=found[1])
    return None
