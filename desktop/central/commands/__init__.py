"""Commands performed with authority, each exactly once, and what becomes of those that cannot be."""
