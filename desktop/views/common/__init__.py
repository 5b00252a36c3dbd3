"""What both kinds of screens share: looks, keyboard, language."""
