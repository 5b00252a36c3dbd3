"""What an administrator types on the server: `guichet central …`."""
