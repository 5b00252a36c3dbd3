"""The rent receipt: the paper that proves a term of rent wholly paid."""
