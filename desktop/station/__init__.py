"""A station as its screens know it: perform, ask, drafts, attention, and the workflows around devices."""
