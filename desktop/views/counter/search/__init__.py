"""Finding a lease as one types."""
