"""What this installation remembers outside the encrypted store: nothing secret, nobody's data."""

from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from caseworker_app.errors import UserError

_FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """One laptop's settings; every field has a working default."""

    server: str = ""
    """Address of the central server; empty while working alone."""
    language: str = "zh"
    """zh or en; takes effect at the next start."""
    appearance: str = "system"
    """system, light or dark."""
    scale: int = 100
    """Size of everything on screen in per cent, 100–250."""
    large_type: bool = False
    """长辈版."""
    lock_minutes: int = 5
    """Minutes without a key or the mouse after which the store is locked; 0 never."""
    toured: bool = False
    """Whether the tour of the first day was seen or declined."""

    photo_folder: str = ""
    """Folder a telephone fills with photos; empty while none was chosen."""

    def with_server(self, address: str) -> "Settings":
        return replace(self, server=address.rstrip("/"))


def load(folder: Path) -> Settings:
    """Return the settings in a folder; defaults where there is no file yet.

    Raises UserError naming file, key and what is allowed.
    """
    path = folder / _FILE
    if not path.exists():
        return Settings()
    import tomllib  # noqa: PLC0415  # 7 ms that a start without a settings file does not need

    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(
            f"设置文件 {path} 无法读取（{error}）。请改正，或删除该文件恢复默认设置。"
        ) from error
    kinds = {field.name: type(getattr(Settings(), field.name)) for field in fields(Settings)}
    known = {key: value for key, value in found.items() if key in kinds}
    for key, value in known.items():
        if type(value) is not kinds[key]:
            raise UserError(f"设置文件 {path} 中“{key}”的值不对：{value!r}。请改正，或删除这一行。")
    return Settings(**known)


def save(folder: Path, settings: Settings) -> None:
    """Write the settings so that a crash leaves the old or the new file, never half of one."""
    import json  # noqa: PLC0415  # 3 ms that a start does not need

    lines = (
        f"{key} = {json.dumps(value, ensure_ascii=False)}"
        for key, value in asdict(settings).items()
    )
    fresh = folder / f".{_FILE}.new"
    fresh.write_text("\n".join(lines) + "\n", "utf-8")
    fresh.replace(folder / _FILE)
