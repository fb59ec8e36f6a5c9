"""What the documentation says of the program is what the program says of itself."""

from __future__ import annotations

from pathlib import Path

from sayso.cli._reference import reference

ROOT = Path(__file__).resolve().parent.parent


def test_the_command_reference_is_up_to_date() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == reference(), "run: python -m sayso.cli._reference > docs/commands.md"


def test_every_link_of_the_pages_leads_somewhere() -> None:
    import re

    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []
