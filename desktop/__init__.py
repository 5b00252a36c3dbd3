"""Guichet: the kiosk, the counter and the central server of a social landlord's agencies."""
