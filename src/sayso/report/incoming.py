"""What the user names (a file, ``-``, a URL, bytes, a text) to drafts: opened, its format found, read."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from sayso.errors import InputError, SettingsError
from sayso.report.dates import timestamp
from sayso.report.document import Document, Fetched, Options
from sayso.report.draft import Draft
from sayso.report.encodings import clean
from sayso.report.formats import format_of

#: The address of one report is not that of the next: they would be taken for versions of one page.
_ONE_URL = (
    "The address given holds for one report, and an earlier one here has it",
    "Give each report its own “url”, or leave out --url.",
)


def open_drafts(target: str | Path | bytes, options: Options | None = None) -> Iterator[Draft | InputError]:
    """The drafts that ``target`` holds, in order, one at a time; what cannot be read comes as an error in its place.

    ``target``: a path; ``-`` for standard input; an http or https URL; a text (any str with a line break in it); or the
    bytes of a document.

    Raises:
        SettingsError: ``options.published`` is no date. Raised before anything is read.
    """
    options = options or Options()
    if options.published and timestamp(options.published) is None:
        raise SettingsError("--published", f"“{options.published}” is no date", "Give it like 2024-05-31.")
    return _drafts(target, options)


def _drafts(target: str | Path | bytes, options: Options) -> Iterator[Draft | InputError]:
    with ExitStack() as open_files:
        if not isinstance(target, str | Path | bytes):
            kind = type(target).__name__
            yield InputError(kind, f"A {kind} is no report", "Give a path, an address, a text or bytes.")
            return
        name = "bytes" if isinstance(target, bytes) else str(target)
        try:
            if isinstance(target, str) and "\n" in target.replace("\r", "\n"):
                yield from _text(target, options)
                return
            document, path = _document(target, options, open_files)
            name = document.name
            has_stated_url = False
            for found in format_of(document, path).read(document):
                if isinstance(found, InputError):
                    yield found
                    continue
                draft = _completed(found, document)
                if draft.origins.get("url") == "option" and has_stated_url:
                    yield InputError(draft.name or name, *_ONE_URL, code="ambiguous")
                else:
                    has_stated_url = has_stated_url or draft.origins.get("url") == "option"
                    yield draft
        except InputError as error:
            yield error
        except OSError as error:
            yield _unreadable(name, error)


def _text(text: str, options: Options) -> Iterator[Draft | InputError]:
    document = Document("text", io.BytesIO(), options)
    if not text.strip():
        yield InputError("text", "There is no text in it", "Give the text of a report.", code="empty")
        return
    yield _completed(Draft(clean(text), name="text", content=text.encode("utf-8", "surrogatepass")), document)


def _document(target: str | Path | bytes, options: Options, open_files: ExitStack) -> tuple[Document, str | None]:
    """The document and the path that may tell its format."""
    if isinstance(target, bytes):
        return Document("bytes", io.BytesIO(target), options), None
    if target == "-":
        return Document("-", sys.stdin.buffer, options), None
    if isinstance(target, str) and target.lower().startswith(("http://", "https://")):
        from sayso.report.fetch import fetch

        return _fetched(fetch(target, options), options)
    if isinstance(target, str) and "://" in target[:12]:
        raise InputError(target, "Only http and https addresses are read", "Give a file, or an http(s) address.")
    if target == "":
        raise InputError("(empty)", "The name is empty", "Name a file, an http(s) address, or - for standard input.")
    path = Path(target)
    if path.is_dir():
        raise InputError(str(target), "This is a folder", f"Name files, for example {path}/*.html.")
    stream = open_files.enter_context(path.open("rb"))
    return Document(str(target), stream, options), path.name


def _fetched(page: Fetched, options: Options) -> tuple[Document, str | None]:
    media_type, _, parameters = (page.header("content-type") or "").partition(";")
    _, _, charset = parameters.lower().partition("charset=")
    document = Document(
        page.url,
        io.BytesIO(page.body),
        options,
        media_type=media_type.strip().lower() or None,
        charset=charset.split(";")[0].strip(" \"'") or None,
        fetched=page,
    )
    return document, page.final_url.split("?", 1)[0].rsplit("/", 1)[-1]


def _completed(draft: Draft, document: Document) -> Draft:
    """With what the user stated where the document does not say it itself, and the address it was fetched from."""
    options, page = document.options, document.fetched
    stated = {key: value for key in ("published", "outlet", "url") if (value := getattr(options, key))}
    stated = {key: value for key, value in stated.items() if not _says(draft, key)}
    origins = {**draft.origins, **dict.fromkeys(stated, "option")}
    if page and not draft.url and "url" not in stated:
        stated["url"] = page.final_url
        origins["url"] = "fetched"
    name, fetched = draft.name or document.name, page or draft.fetched
    content = draft.content if draft.content is not None else fetched.body if fetched else document.content
    return replace(draft, **stated, origins=origins, name=name, fetched=fetched, content=content)


def _says(draft: Draft, key: str) -> bool:
    """Whether the report has a value of its own; a date that cannot be read, or was guessed from a page, is none."""
    value = getattr(draft, key)
    if key != "published" or not value:
        return bool(value)
    return timestamp(value) is not None and draft.origins.get(key) != "htmldate"


def _unreadable(name: str, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(name, "There is no such file", "Check the path; a text must be given with its line breaks.")
    if isinstance(error, PermissionError):
        return InputError(name, "The file may not be read", "Check its permissions.")
    return InputError(name, f"The file cannot be read ({error.strerror or error})", "Check the path and the disk.")
