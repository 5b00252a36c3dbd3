"""The codes of stations whose agency has a long name, or that were numbered by the minute after a restore.

(That no two receipts bear one number is an index which `receipt_index` makes, as the triggers are made.)
"""

import sqlalchemy as sa
from alembic import op

CODE = sa.String(32)
"""An agency's name of 16 letters, a hyphen, the kind's letter, and a number of up to 14 digits."""


def upgrade() -> None:
    with op.batch_alter_table("device") as device:
        device.alter_column("code", type_=CODE, existing_type=sa.String(16), existing_nullable=False)
