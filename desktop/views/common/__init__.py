"""The one visual language of kiosk and counter: tokens, widgets, keyboard, words."""
