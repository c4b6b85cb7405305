"""验真: what a PDF that was let go over the window turns out to be."""
