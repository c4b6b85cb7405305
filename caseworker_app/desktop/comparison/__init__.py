"""Step 2, 三比对: declared, registered, seen; only the differences ask for anything."""
