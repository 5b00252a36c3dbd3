"""Ledgers for the tests of the rules: short to write, and random ones for properties."""

from datetime import date

from hypothesis import strategies as st

from desktop.rules.ledger import Line, Operation, Term


def line(number: int, day: str, operation: str, cents: int) -> Line:
    """A line posted that day in that day's month; cents above zero are a debit."""
    posted = date.fromisoformat(day)
    return Line(
        id=f"E{number}",
        posted_on=posted,
        period=day[:7],
        operation=operation,
        label=operation,
        debit_cents=max(cents, 0),
        credit_cents=max(-cents, 0),
    )


def ledger(*entries: tuple[str, str, int]) -> tuple[Line, ...]:
    """Lines from (day, operation, cents), numbered from 1."""
    return tuple(line(number, *entry) for number, entry in enumerate(entries, start=1))


def term(period: str, due_cents: int, paid_cents: int = 0) -> Term:
    """A term of nothing but rent, due on the first of its month."""
    day = date.fromisoformat(f"{period}-01")
    return Term(period, day, (), due_cents, 0, 0, 0, 0, 0, 0, 0, due_cents, paid_cents)


PERIODS = ("2026-08", "2026-09", "2026-10", "2026-11")
CENTS = st.integers(1, 90_000)


@st.composite
def ledgers(draw: st.DrawFn) -> tuple[tuple[Line, ...], dict[str, list[tuple[str, int]]]]:
    """Any mixture of demands, payments, bounced payments and named terms, even senseless ones."""
    entries = draw(
        st.lists(
            st.tuples(
                st.sampled_from(PERIODS),
                st.integers(1, 28),
                st.sampled_from([*Operation, Operation.PAYMENT, Operation.PAYMENT, "DIVERS"]),
                CENTS,
                st.booleans(),
            ),
            max_size=25,
        )
    )
    lines = tuple(
        line(number, f"{period}-{day:02d}", operation, cents if debit else -cents)
        for number, (period, day, operation, cents, debit) in enumerate(entries)
    )
    named = st.lists(st.tuples(st.sampled_from([*PERIODS, "2026-12"]), CENTS), max_size=3)
    payments = [each.id for each in lines if each.operation == Operation.PAYMENT]
    return lines, {each: draw(named) for each in payments if draw(st.booleans())}
