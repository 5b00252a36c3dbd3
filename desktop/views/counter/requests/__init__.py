"""What tenants ask for, and the answers."""
