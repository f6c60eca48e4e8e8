"""Every view that can leave the screen, one builder a kind: the page, the command line and the Merkliste call it."""
