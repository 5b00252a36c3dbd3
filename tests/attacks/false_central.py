"""Something that answers a station in central's place: a captive portal, a broken proxy, somebody worse."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from desktop.security.device_key import new_device_key
from desktop.sync.wire.link import Link
from desktop.sync.wire.transport import HttpTransport

TOKEN = b'{"token": "good enough", "seconds": 600}'


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    words: Iterable[bytes]
    status: int
    told: Mapping[str, str]

    def do_GET(self) -> None:
        self._say(self.status, self.told, self.words)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/v1/token":
            self._say(200, {"Content-Length": str(len(TOKEN))}, [TOKEN])
        else:
            self.do_GET()

    def _say(self, status: int, told: Mapping[str, str], words: Iterable[bytes]) -> None:
        self.send_response(status)
        for name, value in ({"Connection": "close"} | dict(told)).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        with suppress(OSError):
            for word in words:
                self.wfile.write(word)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def answering(words: Iterable[bytes], status: int = 200, **told: str) -> Iterator[Link]:
    """A station's link to somebody who gives it a token, and then always this answer until it hangs up."""
    answer = type("Answer", (_Answer,), {"words": words, "status": status, "told": told})
    with ThreadingHTTPServer(("127.0.0.1", 0), answer) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        transport = HttpTransport(f"http://127.0.0.1:{server.server_port}", "a device", new_device_key())
        yield Link(transport)
        transport.close()
        server.shutdown()
