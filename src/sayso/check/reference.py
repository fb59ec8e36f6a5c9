"""The rule reference in ``docs/rules``, written from the register: ``python -m sayso.check.reference docs/rules``."""

from __future__ import annotations

import sys
from pathlib import Path

from sayso.check.example import plain
from sayso.check.model import Rule
from sayso.check.registry import FAMILIES, all_rules

_NOTE = "<!-- Written by python -m sayso.check.reference; edit the TOML files in src/sayso/check/rules instead. -->"


def pages() -> dict[str, str]:
    """The pages by file name: an index, and one page a rule."""
    found = {f"{rule.code}.md": _page(rule) for rule in all_rules().values()}
    return {"README.md": _index(), **found}


def _index() -> str:
    lines = [_NOTE, "", "# Rules of `sayso check`", ""]
    lines += ["A rule asks; it never says that something is false or that somebody did wrong.", ""]
    for family, title in FAMILIES.items():
        lines += [f"## {title}", "", "| code | name | severity | asked | question |", "|---|---|---|---|---|"]
        for rule in all_rules().values():
            if rule.family == family:
                asked = "when selected" if rule.optional else "by default"
                link = f"[{rule.code}]({rule.code}.md)"
                lines.append(f"| {link} | {rule.name} | {rule.severity} | {asked} | {rule.question} |")
        lines.append("")
    return "\n".join(lines)


def _page(rule: Rule) -> str:
    state = "off unless selected by its code" if rule.optional else "on by default"
    only = ", not of opinion pieces" if rule.news_only else ", of texts in any language" if rule.any_language else ""
    parts = [
        _NOTE,
        f"# {rule.code} {rule.name}",
        f"**{rule.question}**",
        f"Severity {rule.severity}, {state}{only}; at most {rule.limit} findings a report. "
        f"Part of: {FAMILIES[rule.family]}.",
        rule.explanation,
        f"## Asks about\n\n{_quoted(plain(rule.fires))}",
        f"## Is content with\n\n{_quoted(plain(rule.fine))}",
        f"## Convention\n\n{rule.reference}.",
        f"## Leaving it out\n\nFor one passage, write `<!-- sayso: ok {rule.code} -->` in its paragraph. "
        f'For a project, put `ignore = ["{rule.code}"]` under `[check]` in `sayso.toml`.',
    ]
    return "\n\n".join(parts) + "\n"


def _quoted(words: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in words.split("\n"))


def write(folder: Path) -> None:
    """Writes all pages; removes pages of rules that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in folder.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, content in made.items():
        (folder / name).write_text(content, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/rules"))
