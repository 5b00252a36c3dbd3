"""Money taken: cash, cheque, card, and what stands against taking it."""
