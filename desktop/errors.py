"""Every failure a person can meet, as one family tree.

GuichetError
├── Refused(code, **facts)        a rule says no; nothing was done
│   └── Invalid(field, code)      what was typed or read is not usable
├── NotAllowed(code)              this person or device may not do that
├── Offline(code)                 central could not be reached, or its answer never came whole
│   └── Nonsense(code)            central answered something that is not the protocol
├── DeviceUnavailable(device, code)   a printer, terminal or scanner is missing or does not answer
├── StoreFull                     the disk is full: money is refused rather than kept in memory
├── StoreDamaged(code)            a local file cannot be read or its proof does not hold
└── NotEnrolled                   the folder holds no station

Codes are snake_case words; only views and documents turn them into sentences.
Library exceptions are translated at the edge that raised them.
"""

from typing import Any


class GuichetError(Exception):
    """The root: `code` names what happened, `facts` what the sentence on the screen needs."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Refused(GuichetError):
    """A rule says no. Nothing was done and nothing was kept."""


class Invalid(Refused):
    """What was typed, or read from a file, is not usable. `field` says where."""

    def __init__(self, field: str, code: str, **facts: Any) -> None:
        super().__init__(code, **facts)
        self.field = field


class NotAllowed(GuichetError):
    """This person or this device may not do that."""


class Offline(GuichetError):
    """Central could not be reached, or its answer never came whole: nobody knows what it did."""

    def __init__(self, code: str = "central_unreachable", **facts: Any) -> None:
        super().__init__(code, **facts)


class Nonsense(Offline):
    """Something answered that does not speak the protocol (a captive portal, a broken proxy)."""


class DeviceUnavailable(GuichetError):
    """`device` (card_terminal, printer, camera …) is missing or does not answer."""

    def __init__(self, device: str, code: str, **facts: Any) -> None:
        super().__init__(code, **facts)
        self.device = device


class StoreFull(GuichetError):
    """The disk is full: the action was not kept, and no money may be taken."""

    def __init__(self, code: str = "store_full", **facts: Any) -> None:
        super().__init__(code, **facts)


class StoreDamaged(GuichetError):
    """A local file cannot be read, or its chain of proofs does not hold."""


class NotEnrolled(GuichetError):
    """The folder given holds no enrolled station, or no central."""
