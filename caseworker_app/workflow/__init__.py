"""What a caseworker does: one function a use case, one transaction each.

The first argument is the ``Workspace``. Values go in and come out; no transaction is open
while the network or a person is awaited. An audit entry is written in the transaction of the
change it records.
"""
