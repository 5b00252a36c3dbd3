"""Where the packed program starts; from the sources, `guichet` does."""

from multiprocessing import freeze_support

from desktop.__main__ import main

freeze_support()
main()
