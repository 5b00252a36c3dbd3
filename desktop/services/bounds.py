"""How large what a command says may be: beyond what anybody means, within what can be kept and added up.

What is larger is no such command to central, and refused at a station before anything happens. Where a rule
of the house is narrower (the largest payment, the longest text of a screen), its service says so.
"""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

Cents = Annotated[int, Meta(ge=-(10**15), le=10**15)]
"""Cents, also those of a barcode that was read into a field for money."""

Size = Annotated[int, Meta(ge=0, le=2**40)]
"""Bytes of a file."""

TimeStep = Annotated[int, Meta(ge=0, le=2**40)]
"""Of a second factor: each is 30 seconds from 1970 on."""

Name = Annotated[str, Meta(max_length=256)]
"""What a program names: ids, digests, codes of a list."""

Words = Annotated[str, Meta(max_length=64 * 1024)]
"""What somebody typed or a device said: no longer than a whole command may be."""

Periods = Annotated[tuple[Name, ...], Meta(max_length=1000)]
"""Terms of a lease."""

Moment = Annotated[datetime, Meta(tz=True)]
"""A time that says where in the world it is one."""
