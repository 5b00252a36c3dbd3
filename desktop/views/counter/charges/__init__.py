"""Card payments of which nobody knows the outcome."""
