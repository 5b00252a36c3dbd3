"""What central's answers mean to a station, whatever brought them."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from desktop.errors import GuichetError, Nonsense, NotAllowed, Offline, Refused
from desktop.protocol.messages import UNREADABLE, Problem

LONGEST_RETRY_SECONDS = 600.0
_BARE = {413: "body_too_big", 426: "upgrade_required"}
"""What a status says by itself, as some proxies refuse without our words."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; the names in `headers` are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def checked(self) -> "Reply":
        """Itself when central said yes; else raises what its refusal means."""
        if self.status >= 400:
            raise self._refusal()
        return self

    def _refusal(self) -> GuichetError:
        try:
            problem = msgspec.json.decode(self.body, type=Problem)
        except UNREADABLE:
            return self._bare_refusal()
        return error_of(self.status, problem, self._retry_after())

    def _bare_refusal(self) -> GuichetError:
        if self.status in _BARE:
            return Refused(_BARE[self.status])
        if self.status == 429 or self.status >= 500:
            return error_of(self.status, Problem("central_failing"), self._retry_after())
        return Nonsense("answer_unreadable")

    def _retry_after(self) -> float | None:
        told = self.headers.get("retry-after", "").strip()
        return min(float(told), LONGEST_RETRY_SECONDS) if told.isdigit() else None


def error_of(status: int, problem: Problem, retry_after: float | None = None) -> GuichetError:
    """What a refusal by central means to a station. `retry_after`, in seconds, becomes a fact."""
    if status in (401, 403):
        return NotAllowed(problem.code, **problem.facts)
    if status >= 500 or status == 429:
        later = {} if retry_after is None else {"retry_after": retry_after}
        return Offline(problem.code, **(problem.facts | later))
    return Refused(problem.code, **problem.facts)
