"""Who holds which lease since when: whoever a lease names is taken to have held it from its first day."""

import sqlalchemy as sa
from alembic import op

from desktop.central.database.migrations.columns import DAY, TEXT, columns, key, optional, travelling

_FILL = """INSERT INTO holding (id, lease_id, person_id, rank, since, until, scope, ver)
    SELECT id || '/' || {person} || '/{rank}/' || starts_on, id, {person}, '{rank}', starts_on, NULL,
        scope, ver
    FROM lease WHERE {person} IS NOT NULL"""


def upgrade() -> None:
    travelling(
        "holding",
        key("id", sa.String(80)),
        *columns(TEXT, "lease_id", "person_id", "rank"),
        *columns(DAY, "since"),
        *optional(DAY, "until"),
    )
    op.create_index("ix_holding_lease", "holding", ["lease_id"])
    op.execute(_FILL.format(person="holder_id", rank="holder"))
    op.execute(_FILL.format(person="co_holder_id", rank="co_holder"))
