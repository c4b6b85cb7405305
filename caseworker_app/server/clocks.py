"""电脑时间: by how much the clock of a laptop is off, as the laptop last said."""

from sqlalchemy import Connection, select

from caseworker_app.rules import clock
from caseworker_app.server import audit
from caseworker_app.server.central import Central
from caseworker_app.server.tables import device


def heard(connection: Connection, central: Central, device_id: str, said: int) -> None:
    """Keep by how much a laptop's clock, which says ``said``, is ahead of the office's.

    Where it became wrong, or right again, the trail says so.
    """
    skew, this = said - central.clock(), device.c.id == device_id
    row = connection.execute(select(device.c.skew, device.c.person).where(this)).one()
    connection.execute(device.update().where(this).values(skew=skew))
    if clock.is_off(skew) and not clock.is_off(row.skew):
        far = clock.apart(skew)
        audit.record(connection, central.clock(), row.person, "clock.wrong", device_id, far)
    elif clock.is_off(row.skew) and not clock.is_off(skew):
        audit.record(connection, central.clock(), row.person, "clock.right", device_id)
