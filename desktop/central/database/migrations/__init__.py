"""The revisions of central's database, found in this folder; Alembic is only imported when one must run.

Whoever adds a table or a column to the models says so in a new file `r<next number>_<words>.py`.
"""

from desktop.models.revisions import Revisions, modules_in

REVISIONS = Revisions(__name__, modules_in(__path__), known_by="scope")
