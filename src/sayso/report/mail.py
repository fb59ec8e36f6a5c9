"""An e-mail (``.eml``, RFC 5322): a statement sent to a newsroom, a newsletter. Subject, blank line, body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr
from typing import Any

from sayso.errors import InputError
from sayso.patterns import kept
from sayso.report.document import Document
from sayso.report.draft import Draft
from sayso.report.encodings import clean
from sayso.report.fragments import lay, line, of_html
from sayso.report.records import with_headline
from sayso.types import Block, Span

#: Lines of the message that is answered, and the one that leads them in.
_ANSWERED = kept(r"^(?:On [^\n]{4,200} wrote:|-{2,} ?Original Message ?-{2,}|>.*)$(?:\n>.*$)*", re.MULTILINE)
_FIELDS = dict.fromkeys(("headline", "byline", "published", "external_id"), "mail")


def read_mail(document: Document) -> Iterator[Draft | InputError]:
    """One draft; of several forms of the body the plain text, else the HTML one. Attachments are not read.

    Raises:
        InputError: too large, or no text in it.
    """
    message = BytesParser(policy=policy.default).parsebytes(document.data())
    subject = line(str(message["subject"] or "")) or None
    text, blocks = _body(message, subject)
    if not text:
        remedy = "Save the attachment that holds the report and give that."
        raise InputError(document.name, "This e-mail holds no text", remedy, code="empty")
    sender = parseaddr(str(message["from"] or ""))[0]
    date = message["date"]
    yield Draft(
        text,
        headline=subject,
        byline=(sender,) if sender else (),
        published=date.datetime.isoformat() if date is not None and getattr(date, "datetime", None) else None,
        external_id=str(message["message-id"] or "").strip() or None,
        blocks=blocks,
        origins=_FIELDS,
        name=document.name,
    )


def _body(message: EmailMessage, subject: str | None) -> tuple[str, tuple[Block, ...]]:
    part = message.get_body(preferencelist=("plain", "html"))
    content = clean(_decoded(part)) if part is not None else ""
    if part is not None and part.get_content_subtype() == "html":
        laid = lay(subject, None, of_html(content))
        return (laid.text, laid.blocks) if laid.text != subject else ("", ())
    if not content.strip():
        return "", ()
    text, head = with_headline(subject, content.strip("\n"))
    begin = head[0].span.end if head else 0
    answered = (Block("furniture", Span(*match.span())) for match in _ANSWERED.finditer(text, begin))
    return text, (*head, *answered)


def _decoded(part: MIMEPart[Any, Any]) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):  # a charset that nobody knows, or not the one declared
        data = part.get_payload(decode=True)
        return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
