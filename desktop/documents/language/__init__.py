"""What papers say in each language, and how French is set."""
