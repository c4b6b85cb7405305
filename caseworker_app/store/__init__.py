"""The laptop's encrypted store: one SQLCipher file and the key file beside it.

The only package of the laptop that knows SQLAlchemy, Alembic, SQLCipher and Argon2. Rows stay
inside: the first argument of a function is a connection, the others and the answer are values
of ``model`` or of the module. Who calls decides the transaction::

    with database.write() as connection:
        visit.record(connection, visit_id, changes, at, person)
        audit.append(connection, entry)

Instants are UTC, ISO 8601; they, the day and the person come from the caller.
"""
