"""Lets Python look for cycles seldom while millions of rows pass that have none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SELDOM: Final = 200_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Within the block, garbage in cycles is looked for only after many new things."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
