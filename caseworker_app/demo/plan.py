"""Where and how large a demonstration is; the same plan gives the same township."""

import json
from dataclasses import dataclass
from pathlib import Path

from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.errors import UserError
from caseworker_app.store.key import Cost

_SHARE = 10
_FEWEST, _MOST = 3, 20
_NOTE = "demo.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """``visits`` is how many households are visited; 0 for a tenth of them, 3 to 20."""

    folder: Path
    households: int = 200
    seed: int = 1
    visits: int = 0
    cost: Cost | None = None
    """What a guess at the passphrase costs; the everyday cost when None."""

    @property
    def laptop(self) -> Path:
        return self.folder / "laptop"

    @property
    def server(self) -> Path:
        return self.folder / "server"

    @property
    def papers(self) -> Path:
        return self.folder / "papers"

    def claim(self) -> None:
        """Take the folder for this plan; raises UserError where another one has it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        note = self.folder / _NOTE
        mine = {"households": self.households, "seed": self.seed}
        if not note.exists():
            fresh = note.with_suffix(".new")
            fresh.write_text(json.dumps(mine), "utf-8")
            fresh.rename(note)
        theirs = json.loads(note.read_text("utf-8"))
        if theirs != mine:
            raise UserError(
                f"文件夹 {self.folder} 里是另一次演示"
                f"({theirs.get('households')} 户，种子 {theirs.get('seed')})。"
                "请用同样的参数继续，或另选一个文件夹。"
            )

    def to_visit(self, township: Township) -> tuple[TownshipHousehold, ...]:
        """Return the households of the day's round, spread evenly over the township."""
        share = self.visits or min(max(self.households // _SHARE, _FEWEST), _MOST)
        step = max(1, len(township.households) // share)
        return township.households[::step][:share]
