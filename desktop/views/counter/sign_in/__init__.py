"""Who is at the counter: password and one-time code."""
