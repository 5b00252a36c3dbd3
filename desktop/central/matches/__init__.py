"""Our payments, found again in the landlord's accounts."""
