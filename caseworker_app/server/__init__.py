"""The central server: receives what was done at the kitchen table and hands out households.

``central`` is one installation on its disk, ``intake`` takes operations, ``receipts`` vouches
for them, ``changes`` hands out what is new, ``endpoints`` and ``app`` are the web, ``run`` the
process. One transaction takes a batch; what cannot be applied is kept, never refused.
"""
