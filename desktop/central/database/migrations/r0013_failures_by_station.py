"""At which station somebody failed to prove who they are, and when; up to when it was forgiven.

A lock of before names no station: whoever has one may try again, and is counted anew.
"""

import sqlalchemy as sa
from alembic import op

from desktop.central.database.migrations.columns import BIG, TEXT
from desktop.central.database.migrations.parameters import add_parameter


def upgrade() -> None:
    op.add_column("attempt", sa.Column("tries", TEXT, nullable=False, server_default=""))
    op.add_column("attempt", sa.Column("forgiven_at", BIG, nullable=True))
    add_parameter(
        "sign_in_closed_minutes", "2022-10-16", 60, "Choix du bailleur : une heure après dix échecs de suite"
    )
    add_parameter(
        "sign_in_most_a_day", "2022-10-16", 25, "CNIL, délibération 2017-012 : vingt-cinq tentatives par jour"
    )
