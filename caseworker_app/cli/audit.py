"""``caseworker audit``: what was done, in sentences, and whether the log is what it was."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import NamedTuple

from caseworker_app.cli import output
from caseworker_app.cli.place import existing
from caseworker_app.cli.store import opened
from caseworker_app.model.audit import AuditEntry
from caseworker_app.model.values import CHINA
from caseworker_app.rules.audit import word
from caseworker_app.server import audit, enrolment
from caseworker_app.server.central import open_central
from caseworker_app.workflow import trail
from caseworker_app.workflow.trail import Trail


class _Said(NamedTuple):
    entries: Sequence[AuditEntry]
    names: Mapping[str, str]
    """Of the people by their ids."""


def run(wanted: argparse.Namespace) -> int:
    """Show or check the log of the laptop, or of the server where its place is named."""
    at_office = wanted.database or wanted.files
    if wanted.what == "show":
        return _show(wanted, _said_at_office(wanted) if at_office else _said_here(wanted))
    return _check(wanted, _office(wanted) if at_office else _laptop(wanted))


def _show(wanted: argparse.Namespace, said: _Said) -> int:
    found, names = said
    if wanted.json:
        told = [{**asdict(entry), "word": word(entry.act)} for entry in found]
        output.document({"entries": told})
        return 0
    for entry in found:
        when = datetime.fromisoformat(entry.at).astimezone(CHINA)
        who, detail = (names.get(text, text) for text in (entry.person, entry.detail))
        parts = (f"{when:%Y-%m-%d %H:%M}", who, word(entry.act), detail)
        output.say("  ".join(filter(None, parts)))
    if not found:
        output.progress(f"没有关于 {wanted.subject} 的留痕。请核对编号。")
    return 0 if found else 1


def _check(wanted: argparse.Namespace, found: Trail) -> int:
    """Tell whether every entry, link and file is what it was; 1 where one was altered."""
    if wanted.json:
        output.document(asdict(found))
    elif found.altered:
        output.say(f"有 {len(found.altered)} 个附件与收下时不一样。请保留原文件并联系管理员。")
    elif found.broken_at is None:
        output.say(f"留痕完整：{found.entries} 条，末条摘要 {found.head[:16]}")
    else:
        output.say(f"留痕从第 {found.broken_at} 条起与当时所写不符。请保留原文件并联系管理员。")
    return 0 if found.broken_at is None and not found.altered else 1


def _laptop(wanted: argparse.Namespace) -> Trail:
    with opened(wanted) as ws:
        return trail.verify(ws)


def _office(wanted: argparse.Namespace) -> Trail:
    central = open_central(existing(wanted))
    try:
        with central.database.read() as connection:
            return Trail(*audit.checked(connection), ())
    finally:
        central.close()


def _said_here(wanted: argparse.Namespace) -> _Said:
    with opened(wanted) as ws:
        return _Said(trail.entries(ws, wanted.subject)[::-1], {ws.person.id: ws.person.name})


def _said_at_office(wanted: argparse.Namespace) -> _Said:
    central = open_central(existing(wanted))
    try:
        with central.database.read() as connection:
            found = audit.entries(connection, wanted.subject)
            return _Said(found, enrolment.names(connection))
    finally:
        central.close()
