"""Walks through single screens of the counter, a file each: its `tour` starts at the search, signed in."""
