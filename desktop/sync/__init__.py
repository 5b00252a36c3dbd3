"""The station's side of synchronisation: journal, cache, exchange and the loop that drives them."""
