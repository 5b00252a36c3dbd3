"""How words and files travel between a station and central."""
