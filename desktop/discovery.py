"""Finds what introduces itself: the modules below a package, in source and in the packed program alike."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def modules(package: str, named: str = "") -> Iterator[ModuleType]:
    """Imports the modules below `package`, in the order of their names; only those called `named`, if given.

    Packages are entered, not yielded.
    """
    found = import_module(package)
    for each in sorted(iter_modules(found.__path__), key=lambda one: one.name):
        name = f"{package}.{each.name}"
        if each.ispkg:
            yield from modules(name, named)
        elif not named or each.name == named:
            yield import_module(name)
