"""The station's side: its journal, its cache, and the exchange with central."""
