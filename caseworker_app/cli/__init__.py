"""The command ``caseworker``: the only place that puts the parts together.

Exit 0 done, 1 a sentence on standard error, 2 wrong usage. ``--json`` prints one JSON
document on standard output; progress goes to standard error.
"""
