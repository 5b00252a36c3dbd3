"""The paper that proves a payment, as a letter and on a roll."""
