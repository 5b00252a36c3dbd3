"""The file of a lease, and how it is found."""
