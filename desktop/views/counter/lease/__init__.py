"""Everything about a lease at a glance."""
