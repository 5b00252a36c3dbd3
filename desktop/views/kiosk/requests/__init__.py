"""What was asked of the landlord, and the answers."""
