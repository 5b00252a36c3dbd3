"""Caisse-AP over IP (« Concert V3 »): the protocol of French card terminals on a local network."""
