"""Who acts: reads the actor of a command."""

from typing import NamedTuple

STAFF = "staff"


class Actor(NamedTuple):
    """`kind`: staff, or a value of `Who`, or whatever a station said; `name`: a login, a lease, an id."""

    kind: str
    name: str


def read_actor(actor: str) -> Actor:
    """The parts of `staff:nadia`; a word without colon has no kind."""
    kind, colon, name = actor.partition(":")
    return Actor(kind, name) if colon else Actor("", actor)
