"""An example of every command, about a given lease, with the rows it needs, and what was agreed about it.

Each file of this folder holds EXAMPLES: by the kind of a command, the function that makes it for a lease and
the station that says it; and AGREED: who may have it done, in the words of `test_agreed`.
"""

from collections.abc import Callable
from typing import Final

from sqlalchemy.orm import Session

from desktop.discovery import modules
from desktop.models.lease import Lease
from desktop.services.command import Command

Example = Callable[[Session, Lease, str], Command]

EXAMPLES: Final[dict[str, Example]] = {
    kind: make for module in modules("tests.unit.services.examples") for kind, make in module.EXAMPLES.items()
}

AGREED: Final[dict[str, str]] = {
    kind: words for module in modules("tests.unit.services.examples") for kind, words in module.AGREED.items()
}
