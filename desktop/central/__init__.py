"""The server: it holds the truth, feeds the stations and imports the landlord's exports."""
