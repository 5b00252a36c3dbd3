"""What the kiosk's screens are built of."""
