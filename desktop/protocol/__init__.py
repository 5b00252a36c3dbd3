"""The messages between a station and central."""
