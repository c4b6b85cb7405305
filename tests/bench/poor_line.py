"""A poor line between two network namespaces, packet by packet, under the real TCP of both ends.

A process of its own that carries every packet from one TUN device to the other and is told by
lines on standard input: ``poor`` begins to delay, to hold back and to lose, and to count;
``tell`` prints what went over; the end of input ends it. For kernels without netem too.
"""

import ctypes
import fcntl
import heapq
import json
import os
import random
import selectors
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from tests.bench.rival import tell

NEAR, FAR = "10.77.0.1", "10.77.0.2"
"""Addresses of laptop and server; each line is a world of its own."""
DELAY_SECONDS: Final = 0.15
BITS: Final = 1_000_000
LOSS: Final = 0.02
QUEUE: Final = 64 << 10
"""Bytes that wait for the line before more are thrown away."""
_ROOT = Path(__file__).parents[2]
_NAMES = Path("/run/netns")
_TUNSETIFF, _TUN, _BARE = 0x400454CA, 0x0001, 0x1000
_CAREFUL = """
control=/proc/sys/net/ipv4/tcp_congestion_control
echo cubic 2>/dev/null > $control || echo reno > $control
"""
"""What nearly every laptop does about loss; where only the machine itself may choose cubic, reno,
which comes to the same on a line this bad.
"""
_NETWORK = 0x40000000
_DEVICE = b"line0"
_PACKET = 65536
_IPV4, _TCP, _SYN, _ACK = 4, 6, 2, 16


@dataclass
class Carried:
    """What went over a line."""

    up: int = 0
    """Bytes of packets from the laptop."""
    down: int = 0
    lost: int = 0
    """Packets."""
    connections: int = 0
    turns: int = 0
    """How often the laptop spoke after the server had: round trips."""
    spoke: dict[bytes, bool] = field(default_factory=dict, repr=False)
    """By connection, whether the laptop spoke last."""

    def note(self, packet: bytes, *, up: bool) -> None:
        """Count a packet of IPv4."""
        if up:
            self.up += len(packet)
        else:
            self.down += len(packet)
        if packet[9] != _TCP:
            return
        head = (packet[0] & 15) * 4
        flags, body = packet[head + 13], len(packet) - head - (packet[head + 12] >> 4) * 4
        self.connections += flags & _SYN > 0 and not flags & _ACK
        ports = packet[head : head + 4]
        if body > 0:
            connection = ports if up else ports[2:] + ports[:2]
            self.turns += up and not self.spoke.get(connection, False)
            self.spoke[connection] = up

    def told(self) -> dict[str, int]:
        return {name: value for name, value in asdict(self).items() if name != "spoke"}


class _Way:
    """One direction: what waits to come out at the other end."""

    def __init__(self, target: int, drawn: random.Random) -> None:
        self._target = target
        self._drawn = drawn
        self._waiting: list[tuple[float, int, bytes]] = []
        self._free_at = 0.0
        self._number = 0
        self.is_poor = False

    def take(self, packet: bytes) -> bool:
        """Take a packet; tell whether it will arrive."""
        if not self.is_poor:
            os.write(self._target, packet)
            return True
        now = time.monotonic()
        begins = max(now, self._free_at)
        if self._drawn.random() < LOSS or (begins - now) * BITS / 8 + len(packet) > QUEUE:
            return False
        self._free_at = begins + len(packet) * 8 / BITS
        self._number += 1
        heapq.heappush(self._waiting, (self._free_at + DELAY_SECONDS, self._number, packet))
        return True

    def deliver(self) -> float | None:
        """Let out what is due; return the seconds until the next is."""
        while self._waiting:
            due = self._waiting[0][0] - time.monotonic()
            if due > 0:
                return due
            os.write(self._target, heapq.heappop(self._waiting)[2])
        return None


class Line:
    """A line that runs, and the two ends things are started at."""

    def __init__(self, process: "subprocess.Popen[str]", ends: Sequence[str]) -> None:
        self._process = process
        self.near, self.far = ([_ip(), "netns", "exec", end] for end in ends)
        """How to begin a command there."""

    def become_poor(self) -> None:
        self._say("poor")

    def carried(self) -> dict[str, int]:
        """Return what went over since the line became poor."""
        self._say("tell")
        assert self._process.stdout is not None
        told: dict[str, int] = json.loads(self._process.stdout.readline())
        return told

    def _say(self, word: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()


def why_not() -> str:
    """Return why this machine has no such lines, or an empty text."""
    if os.geteuid() != 0:
        return "network namespaces need root"
    if not Path("/dev/net/tun").exists():
        return "this kernel has no TUN devices"
    try:
        with _ends("probe"):
            return ""
    except (OSError, subprocess.CalledProcessError):
        return "this machine permits no network namespaces"


@contextmanager
def line(name: str, seed: int) -> Iterator[Line]:
    """Put a line up, good at first."""
    with _ends(name) as ends:
        command = [sys.executable, "-m", "tests.bench.poor_line", *ends, str(seed)]
        with subprocess.Popen(
            command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield Line(process, ends)
            process.stdin.close()


@contextmanager
def _ends(name: str) -> Iterator[tuple[str, str]]:
    ends = (f"cw-{name}-near", f"cw-{name}-far")
    with ExitStack() as undo:
        for end in ends:
            subprocess.run([_ip(), "netns", "add", end], check=True, capture_output=True)
            undo.callback(subprocess.run, [_ip(), "netns", "del", end], check=True)
        yield ends


def _ip() -> str:
    return "/usr/sbin/ip" if Path("/usr/sbin/ip").exists() else "ip"


def _device(end: str, address: str) -> int:
    """Return the TUN device of a namespace, up and with its address."""
    within = [_ip(), "-n", end]
    device = _opened_in(end)
    for words in (
        ["addr", "add", f"{address}/24", "dev", _DEVICE.decode()],
        ["link", "set", "lo", "up"],
        ["link", "set", _DEVICE.decode(), "up", "mtu", "1500"],
    ):
        subprocess.run([*within, *words], check=True)
    subprocess.run([_ip(), "netns", "exec", end, "sh", "-c", _CAREFUL], check=True)
    return device


def _opened_in(end: str) -> int:
    """Open a new device; a process has the devices of the namespace it stands in."""
    system = ctypes.CDLL(None, use_errno=True)
    with Path("/proc/self/ns/net").open("rb") as home, (_NAMES / end).open("rb") as there:
        _enter(system, there)
        try:
            device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
            fcntl.ioctl(device, _TUNSETIFF, struct.pack("16sH22x", _DEVICE, _TUN | _BARE))
        finally:
            _enter(system, home)
    return device


def _enter(system: ctypes.CDLL, place: BinaryIO) -> None:
    if system.setns(place.fileno(), _NETWORK) != 0:
        raise OSError(ctypes.get_errno(), "setns")


class _Emulator:
    """Both ways of a line, and whoever says what it is to be."""

    def __init__(self, devices: tuple[int, int], drawn: random.Random) -> None:
        self._near = devices[0]
        self._carried = Carried()
        self._ways = {
            devices[0]: _Way(devices[1], drawn),
            devices[1]: _Way(devices[0], drawn),
        }

    def run(self) -> None:
        """Carry until standard input ends."""
        with selectors.DefaultSelector() as selector:
            for number in (*self._ways, sys.stdin.fileno()):
                selector.register(number, selectors.EVENT_READ)
            while True:
                due = [way.deliver() for way in self._ways.values()]
                soonest = min((wait for wait in due if wait is not None), default=None)
                for key, _ in selector.select(soonest):
                    if key.fd in self._ways:
                        self._carry(key.fd)
                    elif not self._hear():
                        return

    def _carry(self, device: int) -> None:
        packet = os.read(device, _PACKET)
        if packet[0] >> 4 == _IPV4:
            self._carried.note(packet, up=device == self._near)
            self._carried.lost += not self._ways[device].take(packet)

    def _hear(self) -> bool:
        """Do as told; return False when nobody is there any more."""
        word = os.read(sys.stdin.fileno(), _PACKET).strip()
        if word == b"poor":
            self._carried = Carried()
            for way in self._ways.values():
                way.is_poor = True
        elif word:
            tell(json.dumps(self._carried.told()))
        return bool(word)


def main(near: str, far: str, seed: str) -> None:
    devices = (_device(near, NEAR), _device(far, FAR))
    emulator = _Emulator(devices, random.Random(int(seed)))
    tell("ready")
    emulator.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
