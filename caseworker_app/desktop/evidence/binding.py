"""Binds the contact sheet to the use cases."""

from dataclasses import replace
from functools import partial

from caseworker_app import settings
from caseworker_app.desktop.step.evidence import EvidenceActions
from caseworker_app.workflow import evidence
from caseworker_app.workflow.workspace import Workspace


def actions(ws: Workspace) -> EvidenceActions:
    return EvidenceActions(
        wanted=evidence.wanted(),
        read=evidence.read_photo,
        shot=evidence.shot,
        add_photo=partial(evidence.add_photo, ws),
        add_print=partial(evidence.add_print, ws),
        read_recording=evidence.read_recording,
        add_recording=partial(evidence.add_recording, ws),
        withdraw=partial(evidence.withdraw, ws),
        restore=partial(evidence.restore, ws),
        export=partial(evidence.export, ws),
        sightings=evidence.sightings,
        preview=evidence.preview,
        phone_folder=lambda: settings.load(ws.folder).photo_folder,
        set_phone_folder=lambda folder: settings.save(
            ws.folder, replace(settings.load(ws.folder), photo_folder=folder)
        ),
    )
