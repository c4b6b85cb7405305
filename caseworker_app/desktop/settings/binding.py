"""Binds the settings to the use cases."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from caseworker_app import __version__
from caseworker_app.desktop.delivery.rule_words import held
from caseworker_app.desktop.preferences import Preferences
from caseworker_app.desktop.settings.licences import licences
from caseworker_app.desktop.settings.presenter import Facts, SettingsActions, day_zh
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.values import CHINA
from caseworker_app.rules.policy.changes import changes_after
from caseworker_app.workflow import account, outgoing, rule_update, rulebook
from caseworker_app.workflow.rule_update import Coming
from caseworker_app.workflow.workspace import Workspace


def actions(
    ws: Workspace,
    preferences: Preferences,
    tour: Callable[[], None],
    practice: Callable[[], None] | None,
) -> SettingsActions:
    return SettingsActions(
        now=lambda: preferences.now,
        put=preferences.put,
        try_look=preferences.try_look,
        keep=preferences.keep,
        take_back=preferences.take_back,
        seconds_left=lambda: preferences.seconds_left,
        facts=lambda: _facts(ws),
        change_passphrase=partial(account.change_passphrase, ws),
        licences=licences,
        tour=tour,
        practice=practice,
    )


def _facts(ws: Workspace) -> Facts:
    contact, pack = outgoing.status(ws).last_contact, ws.pack
    since = datetime.fromisoformat(rulebook.since(ws)).astimezone(CHINA)
    coming = rule_update.listed(ws)
    return Facts(
        person=ws.person.name,
        unit=ws.person.unit,
        server=ws.office.address if ws.office else "",
        device=ws.device.id,
        last_contact=f"{contact.astimezone(CHINA):%Y-%m-%d %H:%M}" if contact else "",
        pack=tr("{name}（{id}）", name=pack.name, id=pack.id),
        pack_span=tr(
            "{day_zh}至{day_zh2}",
            day_zh=day_zh(pack.effective_from),
            day_zh2=day_zh(pack.effective_to),
        ),
        pack_since=day_zh(since.date()),
        pack_digest=pack.hash,
        changes=changes_after(pack, ws.clock.today()),
        folder=str(ws.folder),
        version=__version__,
        practice=ws.practice,
        pack_source=_source(ws, coming),
        published=held(coming),
    )


def _source(ws: Workspace, coming: Sequence[Coming]) -> str:
    if any(one.in_use for one in coming):
        return tr("办公室发布")
    return tr("本机启用的文件") if rulebook.is_own(ws) else tr("随程序提供")
