"""A poke for everybody but who moved the rows, once."""

import asyncio

from desktop.central.agency_write import agency_write
from desktop.central.pokes import Pokes
from desktop.models.everything import Staff
from tests.world import World


def test_only_the_others_are_poked_and_only_once(landlord: World) -> None:
    landlord.member_of_staff()

    async def listen() -> list[list[str]]:
        pokes, heard = Pokes(landlord.store.database), [[], []]
        streams = [pokes.listen(name, frozenset({"AG02"})) for name in ("west", "east")]
        for lines, stream in zip(heard, streams, strict=True):
            lines.append(await anext(stream))
        while not pokes._seen:
            await asyncio.sleep(0)
        for lines, stream in zip(heard, streams, strict=True):
            lines.append(await anext(stream))
        with agency_write(landlord.store.database, {"AG02"}) as work:
            work.session.get_one(Staff, "claire").name = "Claire Duval"
        pokes.moved(work.versions, "west")
        heard[1].append(await asyncio.wait_for(anext(streams[1]), 10))
        assert pokes._seen["AG02"] == pokes._versions()["AG02"], "or it would be told again"
        pokes.close()
        for lines, stream in zip(heard, streams, strict=True):
            lines += [line async for line in stream]
        return heard

    west, east = asyncio.run(listen())
    assert (len(west), len(east)) == (2, 3)
