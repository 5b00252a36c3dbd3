"""Coming back with contract number and password."""
