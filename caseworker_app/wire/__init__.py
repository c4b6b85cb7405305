"""What travels between laptop and server, in one byte form (``protocol`` CSP/1).

A record is a flat map of units, a change is a signed operation on units, a receipt is the
server's signature that it has the operation and every file it names.
"""
