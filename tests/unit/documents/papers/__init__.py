"""Samples of papers, a file each: NAME as the paper's PAPER says it, and `sample`, which makes its facts.

`sample` takes what shall be said otherwise than usual, such as `parties`.
"""

from collections.abc import Callable
from typing import Any, Final

from desktop.discovery import modules

SAMPLES: Final[dict[str, Callable[..., Any]]] = {
    module.NAME: module.sample for module in modules("tests.unit.documents.papers")
}
