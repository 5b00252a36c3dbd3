"""The server that the landlord runs: the authority for every command, and the feed of every station."""
