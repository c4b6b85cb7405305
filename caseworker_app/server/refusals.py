"""What each endpoint may answer instead, as the OpenAPI document tells it (RFC 9457)."""

from collections.abc import Mapping

from litestar import Request
from litestar.datastructures import State
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import OpenAPIMediaType, Operation, RequestBody, Schema

from caseworker_app.server.health import Health
from caseworker_app.wire import frames, part
from caseworker_app.wire.problem import MEDIA_TYPE, Problem, ProblemType

Refusals = Mapping[int, ResponseSpec]

_ALWAYS = (
    ProblemType.TOO_LARGE,
    ProblemType.DIGEST_MISMATCH,
    ProblemType.MALFORMED,
    ProblemType.FAULT,
    ProblemType.BUSY,
)
_OF_A_SESSION = (ProblemType.SESSION_EXPIRED, ProblemType.UNKNOWN_DEVICE)
TOKEN = "token"  # noqa: S105  # the name of the scheme in the document
SECURED = [{TOKEN: list[str]()}]


def refusals(*kinds: ProblemType) -> Refusals:
    """Return the refusals of an endpoint by status; those of every endpoint are among them."""
    by_status: dict[int, list[str]] = {}
    for kind in (*kinds, *_ALWAYS):
        by_status.setdefault(kind.status, []).append(f"`{kind.urn}`")
    return {
        status: ResponseSpec(
            Problem,
            generate_examples=False,
            description=" or ".join(urns),
            media_type=MEDIA_TYPE,
        )
        for status, urns in sorted(by_status.items())
    }


def of_session(*kinds: ProblemType) -> Refusals:
    """Return the refusals of an endpoint that asks who is there."""
    return refusals(*_OF_A_SESSION, *kinds)


UNWELL: Refusals = {
    503: ResponseSpec(Health, generate_examples=False, description="database or files are away")
}
"""The health page says how it is also where it is not well."""


class OfFrames(Operation):
    """The document's entry of an endpoint that takes a stream of frames."""

    def __post_init__(self) -> None:
        """Say what the body is: the handler reads it piece by piece."""
        stream = Schema(description="frames of files, see the protocol")
        self.request_body = RequestBody(
            {frames.MEDIA_TYPE: OpenAPIMediaType(schema=stream)}, required=True
        )


class OfPart(Operation):
    """The same of one that takes a part of a large file."""

    def __post_init__(self) -> None:
        """Say what the body is, likewise."""
        stream = Schema(description="a head and bytes of one file, see the protocol")
        self.request_body = RequestBody(
            {part.MEDIA_TYPE: OpenAPIMediaType(schema=stream)}, required=True
        )


class Document(JsonRenderPlugin):
    """The document as it is handed out."""

    def render(
        self, request: Request[object, object, State], openapi_schema: dict[str, object]
    ) -> bytes:
        """Return it without what the framework says by habit."""
        return super().render(request, {k: _true(v) for k, v in openapi_schema.items()})


def _true(part: object) -> object:
    """Return a part of the document as this server answers.

    What cannot be read is a 422 here, never the framework's 400; places of a tuple are told as
    so many items, which older readers of such documents know too.
    """
    if isinstance(part, list):
        return [_true(one) for one in part]
    if not isinstance(part, dict):
        return part
    whole = {key: _true(value) for key, value in part.items()}
    places = whole.pop("prefixItems", None)
    if isinstance(places, list):
        alike = places[0] if all(place == places[0] for place in places) else {}
        whole |= {"items": alike, "minItems": len(places), "maxItems": len(places)}
    told = whole.get("responses")
    if isinstance(told, dict):
        whole["responses"] = {status: said for status, said in told.items() if status != "400"}
    return whole
