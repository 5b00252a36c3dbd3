"""What Guichet writes for the landlord's accountant."""
