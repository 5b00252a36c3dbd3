"""Where the packed program starts; from the sources, `guichet` does."""

from desktop.__main__ import main

main()
