"""状态检查: what looking at an installation found; nobody's data are in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of it."""

    key: str
    """For machines, such as ``trail``."""
    name: str
    said: str
    sound: bool = True
    """False: something is to be done, and ``said`` says what."""


LOW_DISK = 500 << 20
"""Free bytes below which work will soon stop."""

CLOCK_OUT = 10 * 60
"""Seconds by which the clocks of laptop and office may differ."""

LATE_DAYS = 7
"""Days after which what waits, or is not backed up, is worth a word."""


def disk(free: int) -> Finding:
    """Return the line about free space."""
    said = f"剩余 {free / (1 << 30):.1f} GB"
    if free < LOW_DISK:
        return Finding(
            "disk", "磁盘", f"{said}，快要不够。请删除不用的文件，腾出空间。", sound=False
        )
    return Finding("disk", "磁盘", said)
