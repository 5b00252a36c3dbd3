"""The end of a visit."""
