"""What stands before the routes: how many may knock, how long they may take, how much they may bring."""
