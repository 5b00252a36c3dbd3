"""The seal of a paper: what its signed code proves, and the short code that people compare."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any

from desktop.documents.seal import Seal
from desktop.rules.activation_code import ALPHABET
from desktop.services.papers.registry import AnyPrintable

_CHECK_SIGNS = 8


def sealed(paper: AnyPrintable, facts: Any, sign: Callable[[dict[str, Any]], str]) -> Any:
    """The facts with their signed code (`sign` is the station's), if the paper bears one.

    The code must stay short enough for a telephone to read.
    """
    if paper.seal is None:
        return facts
    payload = sign({"paper": paper.name} | paper.seal(facts))
    digest = int.from_bytes(sha256(payload.encode()).digest())
    signs = ""
    for _ in range(_CHECK_SIGNS):
        digest, place = divmod(digest, len(ALPHABET))
        signs += ALPHABET[place]
    return replace(facts, seal=Seal(payload=payload, check_code=f"{signs[:4]}-{signs[4:]}"))
