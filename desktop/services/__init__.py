"""What people do, in their verbs; each runs on the station and on central."""
