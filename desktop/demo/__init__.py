"""The demonstration: a whole landlord on one machine, with real windows and a real central."""
