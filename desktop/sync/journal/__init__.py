"""What must never be lost: everything done at this station, and how a damaged record is read."""
