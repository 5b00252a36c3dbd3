"""What a station and central say to each other."""
