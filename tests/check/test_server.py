"""A real client, a real server process, the protocol over standard input and output between them."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls")

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from .conftest import DRAFT


class Editor(LanguageClient):
    """Keeps what the server publishes."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.arguments = [str(Path(__file__).with_name("serve_without_model.py"))]
        self.published: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
        self.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self.published.put_nowait(params))

    async def start(self, folder: Path, encodings: list[lsp.PositionEncodingKind] | None = None) -> str:
        await self.start_io(sys.executable, *self.arguments)
        general = lsp.GeneralClientCapabilities(position_encodings=encodings) if encodings else None
        await self.initialize_async(
            lsp.InitializeParams(capabilities=lsp.ClientCapabilities(general=general), root_uri=folder.as_uri())
        )
        self.initialized(lsp.InitializedParams())
        return (folder / "draft.txt").as_uri()

    def open(self, uri: str, text: str) -> None:
        document = lsp.TextDocumentItem(uri=uri, language_id="plaintext", version=1, text=text)
        self.text_document_did_open(lsp.DidOpenTextDocumentParams(document))

    def change(self, uri: str, text: str, version: int) -> None:
        document = lsp.VersionedTextDocumentIdentifier(version=version, uri=uri)
        changes = [lsp.TextDocumentContentChangeWholeDocument(text=text)]
        self.text_document_did_change(lsp.DidChangeTextDocumentParams(document, changes))

    async def diagnostics(self) -> list[lsp.Diagnostic]:
        return list((await asyncio.wait_for(self.published.get(), 60)).diagnostics)

    async def stop_server(self) -> None:
        await self.shutdown_async(None)
        self.exit(None)
        await self.stop()


def session(test):
    """Runs ``test(editor, uri)`` with a started server."""

    async def whole(folder: Path, encodings=None, arguments: list[str] | None = None) -> None:
        editor = Editor()
        editor.arguments = arguments or editor.arguments
        uri = await editor.start(folder, encodings)
        try:
            await test(editor, uri)
        finally:
            await editor.stop_server()

    return whole


def test_open_change_hover_close(tmp_path):
    @session
    async def talk(editor: Editor, uri: str) -> None:
        editor.open(uri, DRAFT)
        found = await editor.diagnostics()
        assert [each.code for each in found] == ["FORM502", "DATE403", "FIG412", "FORM501"]
        first = found[0].range
        assert (first.start.line, first.start.character, first.end.character) == (2, 0, 7)
        place = lsp.TextDocumentPositionParams(lsp.TextDocumentIdentifier(uri), lsp.Position(2, 2))
        hover = await editor.text_document_hover_async(lsp.HoverParams(place.text_document, place.position))
        assert "FORM502" in hover.contents.value
        assert "slip" in hover.contents.value
        nothing = await editor.text_document_hover_async(lsp.HoverParams(place.text_document, lsp.Position(6, 2)))
        assert nothing is None
        editor.change(uri, DRAFT.replace("The the", "The"), 2)
        assert [each.code for each in await editor.diagnostics()] == ["DATE403", "FIG412", "FORM501"]
        editor.text_document_did_close(lsp.DidCloseTextDocumentParams(place.text_document))
        assert await editor.diagnostics() == []

    asyncio.run(talk(tmp_path))


@pytest.mark.parametrize(
    ("encoding", "begin"), [(lsp.PositionEncodingKind.Utf16, 4), (lsp.PositionEncodingKind.Utf32, 3)]
)
def test_places_are_in_the_units_of_the_editor(tmp_path, encoding, begin):
    @session
    async def talk(editor: Editor, uri: str) -> None:
        editor.open(uri, "Head\n\n💥 \u200athe the mill is quiet.\n")
        (found,) = await editor.diagnostics()
        assert found.range.start.character == begin

    asyncio.run(talk(tmp_path, [encoding]))


def test_an_empty_document_and_wrong_settings_are_borne(tmp_path):
    @session
    async def talk(editor: Editor, uri: str) -> None:
        editor.open(uri, "")
        assert await editor.diagnostics() == []
        (tmp_path / "sayso.toml").write_text("[check]\nselct = []\n")
        editor.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
        assert await editor.diagnostics() == []
        editor.change(uri, DRAFT, 2)
        (found,) = await editor.diagnostics()
        assert "selct" in found.message

    asyncio.run(talk(tmp_path))


@pytest.mark.usefixtures("model")
def test_the_command_serves_findings_and_says_whose_words_they_are(tmp_path):
    @session
    async def talk(editor: Editor, uri: str) -> None:
        text = "Mill to close\n\nLORN (Vesta) - The the mill will close, its director, Eva Strand, said on Monday.\n"
        editor.open(uri, text)
        assert [each.code for each in await editor.diagnostics()] == ["FORM502"]
        where = lsp.HoverParams(lsp.TextDocumentIdentifier(uri), lsp.Position(2, 25))
        hover = await editor.text_document_hover_async(where)
        assert "Eva Strand" in hover.contents.value

    asyncio.run(talk(tmp_path, arguments=["-c", "from sayso.cli import main; main()", "lsp"]))
