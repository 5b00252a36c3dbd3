"""Faults and wishes, their timeline and their photos."""
