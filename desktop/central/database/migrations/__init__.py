"""The revisions of central's database, oldest first; Alembic is only imported when something is to change.

Whoever adds a table or a column to the models says so in the newest revision that was not released yet.
"""

FIRST = "0001"
REVISIONS = {
    "0001": "r0001_first_release",
    "0002": "r0002_restores_workers_stages",
    "0003": "r0003_long_device_codes",
    "0004": "r0004_body_hashes",
}
HEAD = "0004"
