"""What the counter's screens are built of."""
