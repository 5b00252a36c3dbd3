"""How long things take, one by one."""

from collections.abc import Callable, Iterable
from time import perf_counter_ns
from typing import TypeVar

T = TypeVar("T")


def milliseconds(work: Callable[[T], object], cases: Iterable[T]) -> list[float]:
    """How long `work` takes for each case, sorted."""
    taken = []
    for case in cases:
        start = perf_counter_ns()
        work(case)
        taken.append((perf_counter_ns() - start) / 1e6)
    return sorted(taken)


def percentile(sorted_times: list[float], share: float) -> float:
    """The time that `share` (0 to 1) of the cases stay within."""
    return sorted_times[min(len(sorted_times) - 1, round(share * len(sorted_times)))]
