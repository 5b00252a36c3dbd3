"""Something went wrong that should not."""
