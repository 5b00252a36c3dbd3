"""Password hashes of our form, of passwords that nobody has to type."""


def hash_like(word: str = "") -> str:
    """One that `word`, letters and digits alone, tells from others."""
    return "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + word.ljust(43, "a")
