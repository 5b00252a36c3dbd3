"""Which rows a station may hold, and how they reach it."""
