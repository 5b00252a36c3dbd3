"""The revisions of central's database, oldest first; Alembic is only imported when something is to change.

Whoever adds a table or a column to the models says so in the newest revision that was not released yet.
"""

from desktop.models.revisions import Revisions

REVISIONS = Revisions(
    __name__,
    (
        "r0001_first_release",
        "r0002_restores_workers_stages",
        "r0003_long_device_codes",
        "r0004_body_hashes",
        "r0005_printed_papers",
    ),
    known_by="scope",
)
