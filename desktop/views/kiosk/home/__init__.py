"""What one may do once signed in."""
