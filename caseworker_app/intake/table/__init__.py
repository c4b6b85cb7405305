"""Files of others as plain rows: weighed, then read in a process that has little to lose.

``process.Reader`` gives what stands above the rows and then the rows; ``reader`` is what runs in
the other process, which imports little but this package, to begin at once.
"""
