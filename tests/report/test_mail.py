"""E-mails as files."""

import pytest

from sayso.errors import InputError
from sayso.report import compose, open_drafts

HEAD = """From: Priya Sand <press@pelagos.example>
To: newsdesk@gazette.example
Subject: Statement on the
 harbour
Date: Fri, 12 Jun 2026 14:02:11 +0100
Message-ID: <7@pelagos.example>
MIME-Version: 1.0
"""
PLAIN = (
    HEAD
    + """Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Dear all,

=E2=80=9CWe are look=
ing into it,=E2=80=9D a spokesman said.

On 12 Jun 2026, Jo Roe wrote:
> Is the harbour closed?
> And since when?
"""
)
BOTH = (
    HEAD
    + """Content-Type: multipart/alternative; boundary=x

--x
Content-Type: text/html

<p>&ldquo;No,&rdquo; he said.</p><p>He left.</p>
--x--
"""
)


def read(data):
    return next(open_drafts(data.encode()))


def test_plain_body_headers_and_what_is_answered():
    draft = read(PLAIN)
    report, _ = compose(draft)
    assert report.headline == "Statement on the harbour"
    assert report.text.startswith(
        "Statement on the harbour\n\nDear all,\n\n“We are looking into it,” a spokesman said."
    )
    assert report.published.value == "2026-06-12T14:02:11+01:00"
    assert report.byline == ("Priya Sand",)
    assert report.external_id == "<7@pelagos.example>"
    furniture = [block.span.of(report.text) for block in report.blocks if block.role == "furniture"]
    assert furniture == ["On 12 Jun 2026, Jo Roe wrote:\n> Is the harbour closed?\n> And since when?"]


def test_html_body_alone():
    draft = read(BOTH)
    assert draft.text == "Statement on the harbour\n\n“No,” he said.\n\nHe left."


@pytest.mark.parametrize("text", ["From: Ann to Bo\n\nA story: he said: no.", "Note: this.\nFrom: here on it rains."])
def test_a_text_with_a_colon_is_no_mail(text):
    assert read(text).text == text


@pytest.mark.parametrize(
    ("data", "code"),
    [(HEAD + "\n\n", "empty"), (HEAD + "Content-Type: image/png\n\nabc", "empty")],
)
def test_a_mail_without_text_is_refused(data, code):
    found = read(data)
    assert isinstance(found, InputError)
    assert found.code == code
    assert "attachment" in str(found)


@pytest.mark.parametrize(
    "damage",
    [
        ("charset=utf-8", "charset=nobody-knows"),
        ("charset=utf-8", "charset=ascii"),
        ("Date: Fri, 12 Jun", "Date: Someday"),
        ("Subject", "X"),
        ("From: Priya Sand <press@pelagos.example>", "From: <<<"),
    ],
)
def test_damaged_headers_do_no_harm(damage):
    draft = read(PLAIN.replace(*damage))
    assert "a spokesman said" in draft.text
    compose(draft)
