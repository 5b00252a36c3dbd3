"""Central's database: its tables and their changes, and the one way to write rows that travel."""
