"""The tables of version 0.1.0."""

from desktop.central.database.migrations import (
    first_release_central,
    first_release_estate,
    first_release_visits,
)


def upgrade() -> None:
    first_release_estate.upgrade()
    first_release_visits.upgrade()
    first_release_central.upgrade()
