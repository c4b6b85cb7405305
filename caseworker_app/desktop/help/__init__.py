"""Help beside the work: one page for each screen, offline, in the words of a caseworker."""
