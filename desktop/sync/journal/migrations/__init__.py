"""The journal's revisions, oldest first; Alembic is only imported when something is to change."""

from desktop.models.revisions import Revisions

REVISIONS = Revisions(
    __name__,
    (
        "r0001_first_release",
        "r0002_versions_resumption_evidence",
        "r0003_requests_undone",
        "r0004_body_hashes",
    ),
    known_by="command",
)
