"""What a lease owes and why: ledger, terms, statement, settlements."""
