"""What a paper says, before it is drawn."""
