"""The photos and papers that stations send."""
