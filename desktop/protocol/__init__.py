"""The messages between station and central."""
