"""A person has a row in each agency where they hold a lease: the key is their code with the agency's."""

import sqlalchemy as sa
from alembic import op

from desktop.central.database.migrations.columns import BIG, DAY, TEXT, columns, key

_SAID = "civility, last_name, first_name, usage_name, birth_date, mobile_phone, home_phone, email, language"
_FILL = f"""INSERT INTO tenant (id, {_SAID}, scope, ver)
    SELECT tenant.id, {_SAID}, held.scope, scope.ver FROM (
        SELECT holder_id AS id, scope FROM lease
        UNION SELECT co_holder_id, scope FROM lease WHERE co_holder_id IS NOT NULL) AS held
    JOIN tenant ON tenant.id = held.id AND tenant.scope <> held.scope JOIN scope ON scope.id = held.scope"""  # noqa: S608
"""Stations need no news of these rows: what they may hold has another name, so that they fetch all anew."""


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _rebuild()
        op.execute(_FILL)
    else:
        op.execute("ALTER TABLE tenant DISABLE TRIGGER USER")
        op.execute("ALTER TABLE tenant DROP CONSTRAINT tenant_pkey, ADD PRIMARY KEY (id, scope)")
        op.execute(_FILL)
        op.execute("ALTER TABLE tenant ENABLE TRIGGER USER")


def _rebuild() -> None:
    """SQLite changes no key. Triggers on other tables name this one: all of them are made anew afterwards."""
    bind = op.get_bind()
    for name in (
        bind.execute(sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
    ):
        op.execute(f"DROP TRIGGER {name}")
    op.drop_index("ix_tenant_scope_ver", "tenant")
    op.rename_table("tenant", "tenant_before")
    op.create_table(
        "tenant",
        key("id", sa.String(16)),
        key("scope", sa.String(16)),
        *columns(TEXT, "civility", "last_name", "first_name", "usage_name"),
        *columns(DAY, "birth_date"),
        *columns(TEXT, "mobile_phone", "home_phone", "email", "language"),
        *columns(BIG, "ver"),
    )
    names = f"id, scope, {_SAID}, ver"
    op.execute(f"INSERT INTO tenant ({names}) SELECT {names} FROM tenant_before")  # noqa: S608 - our own names
    op.drop_table("tenant_before")
    op.create_index("ix_tenant_scope_ver", "tenant", ["scope", "ver"])
