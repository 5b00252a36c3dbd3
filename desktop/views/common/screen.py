"""A screen introduces itself: in its folder, `screen.py` says what makes it and how one comes there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Signal

from desktop.discovery import modules

Presenter = TypeVar("Presenter", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Words:
    """What a screen calls itself, said later: a literal in English, under the name of its view."""

    view: str
    english: str

    @property
    def said(self) -> str:
        """In the language of the moment."""
        return QCoreApplication.translate(self.view, self.english)


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen(Generic[Presenter]):
    """What both kinds of station say of a screen.

    `presenter` decides, `view` shows; each signal of the view is answered by the presenter's method of the
    same name.
    """

    presenter: Presenter
    view: type[Any]

    def page(self, scene: Any) -> Any:
        """A new view whose signals `scene` hears; it shows nothing yet."""
        page = self.view()
        for name in signals(self.view):
            getattr(page, name).connect(getattr(scene, name))
        return page


AScreen = TypeVar("AScreen", bound=Screen[Any])


def signals(view: type[Any]) -> list[str]:
    """What this view can say: the signals that our own classes declare, not those of every widget."""
    ours = [kind for kind in view.__mro__ if kind.__module__.split(".")[0] not in {"PySide6", "builtins"}]
    return sorted(name for kind in ours for name, value in vars(kind).items() if isinstance(value, Signal))


def screens(package: str, kind: type[AScreen]) -> Mapping[str, AScreen]:
    """The screens below `package` by their places; a place is the name of the screen's folder.

    Raises TypeError where a `screen.py` does not hold a SCREEN of this kind.
    """
    found = {}
    for module in modules(package, "screen"):
        screen = getattr(module, "SCREEN", None)
        if not isinstance(screen, kind):
            raise TypeError(f"{module.__name__} must hold SCREEN = {kind.__name__}(...)")
        found[module.__name__.split(".")[-2]] = screen
    return found
