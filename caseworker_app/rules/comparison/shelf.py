"""数据时效: for how many days a department's data may carry a conclusion."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from caseworker_app.model.codes import Register
from caseworker_app.model.register import Source

_BY_DEPARTMENT: Mapping[str, int] = {
    "殡葬": 30,
    "婚姻": 60,
    "交管": 30,
    "车管": 30,
    "不动产": 45,
    "自然资源": 45,
    "住建": 45,
    "户籍": 45,
    "公安": 45,
    "司法": 60,
    "民政": 45,
    "教育": 180,
}
"""Part of a department's name → days, following how often each department renews its data."""

_BY_REGISTER: Mapping[Register, int] = {
    Register.PERSON: 45,
    Register.VEHICLE: 30,
    Register.ESTATE: 45,
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """Shelf lives in days: by a word in the department's name, else by register."""

    by_department: Mapping[str, int] = field(default_factory=lambda: _BY_DEPARTMENT)
    by_register: Mapping[Register, int] = field(default_factory=lambda: _BY_REGISTER)

    def days(self, department: str, register: Register) -> int:
        words = (days for word, days in self.by_department.items() if word in department)
        return next(words, self.by_register[register])

    def is_stale(self, source: Source, register: Register, day: date) -> bool:
        """Tell whether data may no longer carry a withdrawal alone on that day."""
        age = (day - source.as_of).days
        return source.expires < day or age > self.days(source.department, register)
