"""Everything at once against one central, from a process of its own: `python -m tests.attacks.smother URL`.

It goes on until its input ends: slow heads, idle lines, endless heads and addresses, bodies without a token.
"""

import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress

from tests.attacks import wires

SLOW, IDLE = 300, 600
PAUSE_SECONDS = 0.05
"""Between two words of one attacker: an office's line is no faster, and the measuring needs a processor."""

KINDS: tuple[Callable[[], Iterable[bytes]], ...] = (
    lambda: wires.endless_head(64),
    lambda: wires.many_headers(64),
    lambda: wires.long_address(64),
    lambda: wires.large_body("/v1/sync/exchange", 8 * wires.MEGABYTE),
    lambda: wires.unannounced_body("/v1/sync/exchange", 64),
    lambda: wires.large_body("/v1/token", 64 * wires.MEGABYTE),
    lambda: [wires.head("GET", "/v1/health") * 5_000],
)


def pour_on(url: str, words: Callable[[], Iterable[bytes]], over: threading.Event) -> None:
    """Says it again and again."""
    while not over.wait(PAUSE_SECONDS):
        with suppress(OSError), wires.dialled(url, 1) as (line,):
            line.settimeout(2.0)
            wires.pour(line, words())


def hold(url: str, how_many: int, word: bytes, over: threading.Event) -> None:
    """Keeps so many lines open, each of which says `word` once a second; hung up on, it calls again."""
    with ExitStack() as lines:
        held = [lines.enter_context(wires.dial(url)) for _ in range(how_many)]
        for line in held:
            wires.pour(line, [word and b"GET /v1/health HTTP/1.1\r\nX: "])
        while not over.wait(1.0):
            for place, line in enumerate(held):
                if word and not wires.pour(line, [word]):
                    with suppress(OSError):
                        held[place] = lines.enter_context(wires.dial(url))
                        wires.pour(held[place], [b"GET /v1/health HTTP/1.1\r\nX: "])
                    time.sleep(0.001)


def main(url: str) -> None:
    """Attacks until the input ends."""
    over = threading.Event()
    works = [threading.Thread(target=pour_on, args=(url, words, over)) for words in KINDS]
    works += [
        threading.Thread(target=hold, args=(url, SLOW, b"a", over)),
        threading.Thread(target=hold, args=(url, IDLE, b"", over)),
    ]
    for work in works:
        work.start()
    print("begun", flush=True)  # noqa: T201
    sys.stdin.read()
    over.set()
    for work in works:
        work.join()


if __name__ == "__main__":
    main(sys.argv[1])
