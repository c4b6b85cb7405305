"""The texts of the screens as they stand in the code, and the catalogue they are translated in.

``python -m tests.desktop.texts`` brings the sources of the catalogue up to date, keeps every
translation whose text is still there, and compiles it.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[2]
SCREENS = ROOT / "caseworker_app" / "desktop"
CATALOGUE = ROOT / "resources" / "translations" / "caseworker_en.ts"
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_CONTEXT = "caseworker"
_ON_DATA = {"compile", "sub", "split", "endswith", "removesuffix", "replace", "_sent"}
"""Calls that look for Chinese in what was typed or sent, in whatever language is spoken."""
_DATA = {
    "catalogue.py": "names of languages in the language itself",
    "checks/income.py TYPES": "kept in the record and matched by the rules",
    "determination/presenter.py proposal": "stands in the record and on the paper",
    "lists/trial.py _WIDE": "headings of the departments",
    "step/law.py": "articles as the law cites them",
    "widgets/grid/initials.py": "signs of which initials are known",
    "widgets/money_text.py fold": "signs as one types them",
}
"""Chinese that stays: file, or file and name → why."""


def texts() -> dict[str, str]:
    """Return every text given to ``tr`` → the first module it stands in."""
    found: dict[str, str] = {}
    for file in sorted(SCREENS.rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "tr":
                (said,) = call.args
                assert isinstance(said, ast.Constant), f"{file.name}:{call.lineno} no plain text"
                found.setdefault(str(said.value), file.relative_to(SCREENS).as_posix())
    return found


def untranslatable() -> Iterator[str]:
    """Yield where Chinese stands in a screen without ``tr``."""
    for file in sorted(SCREENS.rglob("*.py")):
        name = file.relative_to(SCREENS).as_posix()
        if name in _DATA:
            continue
        tree = ast.parse(file.read_text("utf-8"))
        kept = [node for node in tree.body if f"{name} {_name(node)}" in _DATA]
        spared = {id(part) for node in ast.walk(tree) for part in _spared(node)}
        spared |= {id(part) for node in kept for part in ast.walk(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and id(node) not in spared:
                text = node.value
                if isinstance(text, str) and CHINESE.search(text):
                    yield f"{file.relative_to(ROOT)}:{node.lineno} {text}"


def _name(node: ast.stmt) -> str:
    """Return what a statement at the top of a module defines."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return node.name
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    return target.id if isinstance(target, ast.Name) else ""


def _spared(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may be Chinese for ever: docstrings, and what data are compared or cut by."""
    if isinstance(node, ast.Expr):
        yield node.value
    elif isinstance(node, ast.Call):
        called = ast.unparse(node.func).rpartition(".")[2]
        if called == "tr":
            yield node.args[0]
        elif called in _ON_DATA:
            yield from (part for given in node.args for part in ast.walk(given))
    elif isinstance(node, ast.Compare):
        yield from ast.walk(node)


def translations() -> dict[str, str]:
    """Return text → translation as the catalogue has them; unfinished ones are left out."""
    if not CATALOGUE.exists():
        return {}
    found = {}
    for message in ET.parse(CATALOGUE).iter("message"):  # noqa: S314  # our own file
        source, said = message.find("source"), message.find("translation")
        if source is not None and said is not None and said.get("type") != "unfinished":
            found[source.text or ""] = said.text or ""
    return found


def write(known: dict[str, str], where: dict[str, str]) -> None:
    """Write the catalogue anew with the texts of now."""
    root = ET.Element("TS", version="2.1", language="en_GB", sourcelanguage="zh_CN")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = _CONTEXT
    for text, module in sorted(where.items(), key=lambda pair: (pair[1], pair[0])):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "extracomment").text = module
        ET.SubElement(message, "source").text = text
        said = ET.SubElement(message, "translation")
        if text in known:
            said.text = known[text]
        else:
            said.set("type", "unfinished")
    ET.indent(root)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    CATALOGUE.write_text(head + ET.tostring(root, "unicode") + "\n", "utf-8")


def compiled(target: Path) -> None:
    """Compile the catalogue to a file."""
    release = Path(sys.executable).with_name("pyside6-lrelease")
    words = [release.as_posix(), "-silent", CATALOGUE.as_posix(), "-qm", target.as_posix()]
    subprocess.run(words, check=True)


if __name__ == "__main__":
    write(translations(), texts())
    compiled(CATALOGUE.with_suffix(".qm"))
