"""Whatever is said to central, on whatever route: it is refused in plain words, and nothing breaks."""

import re
from collections.abc import Iterator

import msgspec

from tests.sync.copies import ON_BOTH
from tests.sync.direct import Central
from tests.sync.fleet import Fleet

DEEP = 100_000
BODIES = {
    "nothing": b"",
    "zeros": b"\0" * 100,
    "text that is no UTF-8": b'{"assertion": "\xff\xfe"}',
    "packed text that is no UTF-8": msgspec.msgpack.encode([1, "AA", 2]).replace(b"AA", b"\xff\xff"),
    "lists within lists, as JSON": b"[" * DEEP,
    "lists within lists": b"\x91" * DEEP + b"\xc0",
    "maps within maps, as JSON": b'{"assertion":' * DEEP,
    "an assertion of lists": b'{"assertion":"' + b"W" * 16_000 + b'"}',
    "another kind of thing": msgspec.msgpack.encode({"envelopes": "many"}),
    "a number beyond all": b"\x93" + b"\xcf" + b"\xff" * 8 + b"\xc0\xc0",
    "half an envelope": msgspec.msgpack.encode([None, "i", [[1, b"k" * 16, "payment.take"]]]),
    "a name with a NUL": msgspec.msgpack.encode([None, "i\0", [], b"t\0", "e\0", False, False]),
    "packed by zstd": b"\x28\xb5\x2f\xfd" + b"\0" * 50,
}
NAMES = ["0" * 64, "%00", "%ff%fe", "%F0%9F%92%A9" * 100, "..%2f..", "-1", "9" * 400, "%ed%a0%80"]
HEADERS = [
    {},
    {"Upload-Length": "9" * 400, "Upload-Metadata": "sha256 " + "A" * 4000},
    {"Upload-Length": "1", "Upload-Metadata": "sha256 gP8=,filetype gIAA"},
    {"Upload-Length": "nonsense", "Upload-Offset": "-" + "9" * 30, "Upload-Checksum": "sha256 ÿ"},
    {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "9" * 30},
    {"Content-Encoding": "gzip", "Sync-Rows": "9" * 4000, "Range": "bytes=9-1,-,x"},
]
QUERIES = ["", "?cursor=%ff%00&t=nan", "?cursor=" + "k" * 4000 + "&t=0", "?t=inf&checks=%00&incarnation=%00"]


def routes(central: Central) -> Iterator[tuple[str, str]]:
    """Every method and path of the application, as it names them itself."""
    for path, said in central._api.openapi()["paths"].items():
        yield from ((method.upper(), path) for method in said)


def questions(path: str) -> Iterator[tuple[str, dict[str, str], bytes]]:
    """Senseless things to say there."""
    for name in NAMES:
        yield re.sub(r"\{\w+\}", name, path), {}, b""
    plain = re.sub(r"\{\w+\}", "0" * 32, path)
    for headers in HEADERS:
        yield plain, headers, b"\0"
    for query in QUERIES:
        yield plain + query, {}, b""
    for body in BODIES.values():
        yield plain, {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}, body


@ON_BOTH
def test_no_question_breaks_central(fleet: Fleet) -> None:
    way = fleet.members["west"].way
    asked = list(routes(fleet.central))
    assert len(asked) >= 18
    broken = []
    for method, path in asked:
        if path.endswith(("/events", "/wait")):
            continue
        for where, headers, body in questions(path):
            reply = way._say(method, where, body, headers)
            if reply.status >= 500:
                broken.append((method, where[:80], headers, body[:20], reply.status, reply.body[:80]))
    assert broken == []
