"""What comes of work done elsewhere, free of Qt so that presenters can speak of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar, overload

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Ok(Generic[T_co]):
    """The work ended well."""

    value: T_co


@dataclass(frozen=True, slots=True)
class Err:
    """The work raised; the error still carries its traceback."""

    error: Exception


Outcome = Ok[T] | Err
Tell = Callable[[object], None]


class Ticket:
    """What the person who asked keeps: the right not to be told any more."""

    __slots__ = ("_live",)

    def __init__(self) -> None:
        self._live = True

    @property
    def live(self) -> bool:
        """Whether an outcome will still be delivered."""
        return self._live

    def cancel(self) -> None:
        """Do not tell me any more. The work itself goes on; a device is stopped by its own `cancel`."""
        self._live = False


class Runner(Protocol):
    """Anything that carries out work and delivers its outcome on the caller's thread."""

    @overload
    def run(self, work: Callable[[], T], deliver: Callable[[Outcome[T]], None]) -> Ticket: ...

    @overload
    def run(
        self, work: Callable[[Tell], T], deliver: Callable[[Outcome[T]], None], report: Callable[..., None]
    ) -> Ticket: ...


def outcome_of(work: Callable[..., T], tell: Tell | None = None) -> Outcome[T]:
    """Carry out `work` here and now; whatever it raises becomes an `Err`."""
    try:
        return Ok(work() if tell is None else work(tell))
    except Exception as error:  # noqa: BLE001  # the one place: a failure is an outcome like another
        return Err(error)
