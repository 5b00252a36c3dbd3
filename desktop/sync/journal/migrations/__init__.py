"""The journal's revisions, found in this folder; Alembic is only imported when something is to change."""

from desktop.models.revisions import Revisions, modules_in

REVISIONS = Revisions(__name__, modules_in(__path__), known_by="command")
