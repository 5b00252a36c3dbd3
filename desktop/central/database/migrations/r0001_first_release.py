"""The tables of version 0.1.0."""

from desktop.central.database.migrations import r0001_central, r0001_estate, r0001_visits

revision = "0001"
down_revision = None


def upgrade() -> None:
    r0001_estate.upgrade()
    r0001_visits.upgrade()
    r0001_central.upgrade()
