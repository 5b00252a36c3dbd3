"""A poke for everybody but who moved the rows, once."""

import asyncio

from desktop.central.database.agency_write import agency_write
from desktop.central.news.listeners import END, MOVED
from desktop.central.news.pokes import Pokes
from desktop.models.staff import Staff
from tests.world import World


class Ear:
    """A station that listens, and notes what it is told."""

    def __init__(self, device_id: str, *scopes: str) -> None:
        self.device_id = device_id
        self.scopes = frozenset(scopes)
        self.heard: list[bytes] = []

    def tell(self, word: bytes) -> None:
        self.heard.append(word)


def test_only_the_others_are_poked_and_only_once(landlord: World) -> None:
    landlord.member_of_staff()
    west, east, abroad = Ear("west", "AG02"), Ear("east", "AG02"), Ear("abroad", "AG01")

    async def listen() -> None:
        pokes = Pokes(landlord.store.database)
        await pokes.ready()
        with pokes.hear(west), pokes.hear(east), pokes.hear(abroad):
            with agency_write(landlord.store.database, {"AG02"}) as work:
                work.session.get_one(Staff, "claire").name = "Claire Duval"
            pokes.moved(work.versions, "west")
            await asyncio.sleep(0)
            await pokes._look()
            pokes.close()

    asyncio.run(listen())
    assert west.heard == abroad.heard == [END]
    assert east.heard == [MOVED, END]


def test_of_a_station_that_listens_too_often_the_oldest_line_is_let_go_of(landlord: World) -> None:
    lines = [Ear("west", "AG02") for _ in range(3)]
    other = Ear("east", "AG02")

    async def listen() -> None:
        pokes = Pokes(landlord.store.database, most_of_a_device=2)
        await pokes.ready()
        with pokes.hear(other), pokes.hear(lines[0]):
            with pokes.hear(lines[1]), pokes.hear(lines[2]):
                assert [each.heard for each in (other, *lines)] == [[], [END], [], []]
            with pokes.hear(Ear("west", "AG02")):
                assert lines[1].heard == []
        pokes.close()

    asyncio.run(listen())
    assert other.heard == []
