"""The first thing a person sees."""
