"""The journal's revisions, oldest first; Alembic is only imported when something is to change."""

FIRST = "0001"
REVISIONS = {
    "0001": "r0001_first_release",
    "0002": "r0002_versions_resumption_evidence",
    "0003": "r0003_requests_undone",
    "0004": "r0004_body_hashes",
}
HEAD = "0004"
