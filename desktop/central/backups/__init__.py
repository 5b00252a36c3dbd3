"""Copies of the whole central: taken, proven, put back, and never forgotten."""
