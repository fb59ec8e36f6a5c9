"""A language server: the findings as diagnostics in any editor, with hovers that say why and whose words these are.

Speaks the Language Server Protocol over standard input and output; started by ``sayso lsp``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlparse

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

import sayso
from sayso.check.config import Config, find_config, load_config
from sayso.check.inputs import Checked, check_bytes
from sayso.check.output.text import Lines
from sayso.check.registry import all_rules
from sayso.errors import SaysoError
from sayso.types import Span

Checker = Callable[[bytes, str, Config], Checked | SaysoError]

_SEVERITY = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}
_PAUSE = 0.15  # seconds without a keystroke before a changed text is checked


class CheckServer(LanguageServer):
    """Keeps the last check of every open document; ``checker`` is what checks a text."""

    def __init__(self, checker: Checker = check_bytes) -> None:
        super().__init__("sayso", sayso.__version__)
        self._checker = checker
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self.results: dict[str, Checked] = {}

    async def check_soon(self, uri: str) -> None:
        """Checks after a pause in the typing; a newer change starts the pause anew."""
        if uri in self._waiting:
            self._waiting.pop(uri).cancel()
        self._waiting[uri] = asyncio.ensure_future(self._after_pause(uri))

    async def _after_pause(self, uri: str) -> None:
        await asyncio.sleep(_PAUSE)
        del self._waiting[uri]
        self.check_now(uri)

    def check_now(self, uri: str) -> None:
        """Checks the text as the editor has it, and publishes what was found."""
        if uri in self._waiting:
            self._waiting.pop(uri).cancel()
        document = self.workspace.get_text_document(uri)
        name = unquote(urlparse(uri).path) or uri
        try:
            result = self._checker(document.source.encode(), name, load_config(find_config(Path(name).parent)))
        except SaysoError as error:  # the settings file
            result = error
        if isinstance(result, SaysoError):
            self.results.pop(uri, None)
            found = [_failure(result)] if document.source.strip() else []
        else:
            self.results[uri] = result
            found = self._diagnostics(document, result)
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri=uri, version=document.version, diagnostics=found)
        )

    def close(self, uri: str) -> None:
        """Forgets a document and takes its diagnostics back."""
        if uri in self._waiting:
            self._waiting.pop(uri).cancel()
        self.results.pop(uri, None)
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    def hover(self, uri: str, position: lsp.Position) -> lsp.Hover | None:
        """What is asked at a place, why, and whose statement it is; None where nothing is."""
        result = self.results.get(uri)
        if result is None:
            return None
        document = self.workspace.get_text_document(uri)
        place = _place(document, position)
        parts = [
            f"**{each.code}** {each.question}\n\n{all_rules()[each.code].explanation}\n\nLooked for {each.looked_for}."
            for each in result.findings
            if each.span.begin <= place < each.span.end
        ]
        whose = _whose(result, place)
        if whose:
            parts.append(whose)
        if not parts:
            return None
        return lsp.Hover(lsp.MarkupContent(kind=lsp.MarkupKind.Markdown, value="\n\n---\n\n".join(parts)))

    def _diagnostics(self, document: TextDocument, result: Checked) -> list[lsp.Diagnostic]:
        lines = Lines(result.text)
        return [
            lsp.Diagnostic(
                range=_range(document, lines, each.span),
                message=f"{each.question} Looked for {each.looked_for}.",
                severity=_SEVERITY[each.severity],
                code=each.code,
                source="sayso",
                related_information=[
                    lsp.DiagnosticRelatedInformation(
                        lsp.Location(document.uri, _range(document, lines, span)), "belongs to this"
                    )
                    for span in each.related
                ],
            )
            for each in result.findings
        ]


def _whose(result: Checked, place: int) -> str | None:
    """The innermost statement at ``place``: source, type, chain, act."""
    around = [each for each in result.reading.statements if any(s.begin <= place < s.end for s in each.content)]
    if not around:
        return None
    statement = min(around, key=lambda each: sum(span.end - span.begin for span in each.content))
    source = statement.source
    facts = [source.type, *([source.title] if source.title else []), *(f"through {hop.name}" for hop in statement.via)]
    return f"**{source.name or 'source not known'}** ({', '.join(facts)}): {statement.act}, {statement.firmness}"


def _range(document: TextDocument, lines: Lines, span: Span) -> lsp.Range:
    """The span in the client's units (code points here, often UTF-16 there)."""
    ends = [lsp.Position(line - 1, column - 1) for line, column in map(lines.position, span)]
    return document.position_codec.range_to_client_units(document.lines, lsp.Range(ends[0], ends[1]))


def _place(document: TextDocument, position: lsp.Position) -> int:
    """The code point that a client's position names; line ends count one, as in a report's text."""
    exact = document.position_codec.position_from_client_units(document.lines, position)
    before = "".join(document.lines[: exact.line]).replace("\r\n", "\n")
    return len(before) + exact.character


def _failure(error: SaysoError) -> lsp.Diagnostic:
    start = lsp.Position(0, 0)
    return lsp.Diagnostic(
        range=lsp.Range(start, lsp.Position(0, 1)),
        message=f"{error.message}. {error.remedy}",
        severity=lsp.DiagnosticSeverity.Error,
        code=error.code,
        source="sayso",
    )


def create_server(checker: Checker = check_bytes) -> CheckServer:
    """A server with its handlers registered, not yet running."""
    server = CheckServer(checker)

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        server.check_now(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        await server.check_soon(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        server.check_now(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        return server.hover(params.text_document.uri, params.position)

    return server
