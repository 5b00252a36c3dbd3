"""What was measured of the exchange: shares of sorted values."""

from collections.abc import Sequence

from tests.benchmarks.record import note

__all__ = ["note", "percentile"]


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
