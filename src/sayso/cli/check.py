"""``sayso check``: the questions that a standards editor would ask of a draft."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli._ledger import LedgerOption, opened

if TYPE_CHECKING:
    from sayso.check import Checked, Config
    from sayso.check.inputs import AcrossOf
    from sayso.pipeline import Options


def register(app: typer.Typer) -> None:
    app.command("check")(check)


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH…", help="Files, folders, globs, http(s) URLs, or - for standard input."),
    ] = None,
    format: Annotated[str, typer.Option("--format", help="text, json, sarif or github.")] = "text",
    select: Annotated[
        list[str] | None, typer.Option(help="Ask only these rules (codes or their beginnings; ALL).")
    ] = None,
    extend_select: Annotated[list[str] | None, typer.Option(help="Ask these rules too.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Do not ask these rules.")] = None,
    config: Annotated[
        Path | None, typer.Option(help="Settings file; default the nearest sayso.toml or pyproject.toml.")
    ] = None,
    explain: Annotated[str | None, typer.Option(metavar="CODE", help="Say what a rule asks and why.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="List all rules.")] = False,
    baseline: Annotated[Path | None, typer.Option(help="Leave out the findings noted in this file.")] = None,
    write_baseline: Annotated[Path | None, typer.Option(help="Note all findings in this file as known.")] = None,
    diff: Annotated[
        bool, typer.Option("--diff", help="PATHs are OLD NEW: show only what the new version adds or mends.")
    ] = False,
    report: Annotated[
        bool, typer.Option("--report", help="An editor's page about the drafts (HTML) instead of a list.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write there instead of standard output.")
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a file is saved; end with Ctrl-C.")
    ] = False,
    trace: Annotated[
        Path | None, typer.Option(help="Also ask what other reports say: a file that sayso trace --json wrote.")
    ] = None,
    ledger: LedgerOption = None,
    published: Annotated[str | None, typer.Option(help="Date of a plain file's report (ISO 8601).")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who publishes it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it is published.")] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Findings only: no summary, no messages but errors.")
    ] = False,
) -> None:
    """Ask a draft what a standards editor would ask: sources, attribution, fairness, figures, form.

    Exit status: 0 no questions, 1 questions, 2 wrong usage, 3 some inputs could not be read.
    """
    from sayso.errors import SaysoError
    from sayso.executor.targets import expand

    try:
        if explain is not None:
            _explain(explain)
        elif list_:
            _list()
        else:
            forms = ("text", "json", "sarif", "github")
            _expect(format in forms, "--format", f"{format!r} is none of {', '.join(forms)}", "Choose one of them")
            _expect(bool(paths), "sayso check", "no file is named", "Name one or more files: sayso check draft.txt")
            names = list(expand(paths or []))
            job = _Job(format, output, report, diff, quiet, baseline, write_baseline)
            settings = _settings(config, names, select or [], extend_select or [], ignore or [])
            options = _options(published, outlet, url)
            with _others(trace, ledger) as across:
                if watch:
                    _watch(names, lambda: job.run(names, settings, options, across))
                raise typer.Exit(job.run(names, settings, options, across))
    except SaysoError as error:
        typer.echo(f"sayso check: {error}", err=True)
        raise typer.Exit(2) from error


def _expect(holds: bool, where: str, message: str, remedy: str) -> None:
    from sayso.errors import SettingsError

    if not holds:
        raise SettingsError(where, message, remedy)


def _settings(path: Path | None, names: list[str], select: list[str], extend: list[str], ignore: list[str]) -> Config:
    from sayso.check import find_config, load_config

    first = Path(names[0]) if names[0] != "-" else Path()
    start = first.resolve().parent if first.exists() and not first.is_dir() else Path.cwd()
    split = [[code for each in codes for code in each.replace(",", " ").split()] for codes in (select, extend, ignore)]
    return load_config(path or find_config(start)).override(*split)


def _options(published: str | None, outlet: str | None, url: str | None) -> Options:
    from sayso.pipeline import Options

    return Options(published=published, outlet=outlet, url=url)


@contextmanager
def _others(trace: Path | None, ledger: str | None) -> Iterator[AcrossOf | None]:
    """What other reports say, from a trace written earlier or from a ledger."""
    _expect(not (trace and ledger), "--ledger", "--trace is given as well", "Give one of the two")
    if ledger:
        from sayso.check.neighbours import across_ledger

        with opened(ledger) as kept:
            yield across_ledger(kept)
    elif trace:
        from sayso.check.across import across_file

        yield across_file(trace)
    else:
        yield None


class _Job:
    """What to do with the results; one run checks all files once."""

    def __init__(
        self,
        format: str,
        output: Path | None,
        report: bool,
        diff: bool,
        quiet: bool,
        baseline: Path | None,
        write: Path | None,
    ) -> None:
        self._format = format
        self._output = output
        self._report = report
        self._diff = diff
        self._quiet = quiet
        self._baseline = baseline
        self._write = write

    def run(self, names: list[str], config: Config, options: Options, across: AcrossOf | None) -> int:
        """Checks, writes the results, and returns the exit status."""
        from sayso.check.baseline import load_baseline, without_known, write_baseline

        results, failed = self._results(names, config, options, across)
        if self._write is not None:
            noted = write_baseline(self._write, results)
            typer.echo(f"{noted} findings noted in {self._write}; from now on: --baseline {self._write}", err=True)
            return 3 if failed else 0
        if self._baseline is not None:
            known = load_baseline(self._baseline)
            results = [without_known(result, known) for result in results]
        self._put(results, failed)
        return 3 if failed else 1 if any(result.findings for result in results) else 0

    def _results(
        self, names: list[str], config: Config, options: Options, across: AcrossOf | None
    ) -> tuple[list[Checked], int]:
        from sayso.check import checked
        from sayso.check.baseline import difference
        from sayso.errors import SaysoError

        results: list[Checked] = []
        failed = 0
        for result in checked(names, config, options, across):
            if isinstance(result, SaysoError):
                failed += 1
                self._failure(result)
            else:
                results.append(result)
        if self._diff:
            _expect(len(names) == 2, "--diff", f"{len(names)} files are named", "Name two: sayso check --diff OLD NEW")
            results = [difference(*results)] if len(results) == 2 else []
        return results, failed

    def _failure(self, error: object) -> None:
        from sayso.errors import SaysoError

        typer.echo(f"sayso check: {error}", err=True)
        if self._format == "json" and isinstance(error, SaysoError):
            import json

            self._write_out(json.dumps(error.as_json(), ensure_ascii=False) + "\n", append=True)

    def _put(self, results: list[Checked], failed: int) -> None:
        if self._report:
            from sayso.check.output.editor import page

            self._write_out(page(results))
            return
        colour = self._format == "text" and self._output is None and sys.stdout.isatty()
        lines = list(_formatted(results, self._format, colour))
        if lines:
            self._write_out("\n".join(lines) + "\n", append=self._format == "json")
        if self._format == "text" and not self._quiet:
            from sayso.check.output.text import summary

            typer.echo(summary(results, failed, colour), err=self._output is not None)

    def _write_out(self, words: str, *, append: bool = False) -> None:
        if self._output is None:
            typer.echo(words, nl=False)
            return
        with self._output.open("a" if append else "w", encoding="utf-8") as file:
            file.write(words)
        if self._report and not self._quiet:
            typer.echo(f"Written to {self._output}", err=True)


def _formatted(results: list[Checked], format: str, colour: bool) -> Iterator[str]:
    from sayso.check.output import machine
    from sayso.check.output.text import report_lines

    if format == "sarif":
        yield machine.sarif(results)
        return
    for result in results:
        if format == "json":
            import json

            yield json.dumps(machine.as_json(result), ensure_ascii=False)
        elif format == "github":
            yield from machine.github(result)
        else:
            yield from report_lines(result, colour)


def _explain(code: str) -> None:
    from sayso.check import all_rules
    from sayso.check.output.text import explanation

    rule = all_rules().get(code.upper())
    _expect(rule is not None, "--explain", f"there is no rule {code}", "See them with: sayso check --list")
    if rule is not None:
        typer.echo(explanation(rule, sys.stdout.isatty()))


def _list() -> None:
    from sayso.check import FAMILIES, all_rules

    for family, title in FAMILIES.items():
        typer.echo(f"\n{title}")
        for rule in all_rules().values():
            if rule.family == family:
                mark = "off " if rule.optional else "    "
                typer.echo(f"  {rule.code:<8} {mark}{rule.severity:<8} {rule.name}")
    typer.echo(
        "\noff: asked only when named by --select or --extend-select. More about one: sayso check --explain CODE"
    )


def _watch(names: list[str], run: Callable[[], int]) -> None:
    """Runs now and after every change of a file, until interrupted."""
    files = [Path(name) for name in names]
    _expect(all(file.is_file() for file in files), "--watch", "only files can be watched", "Name files that exist")
    seen: list[int] = []
    try:
        while True:
            times = [file.stat().st_mtime_ns if file.exists() else 0 for file in files]
            if times != seen:
                seen = times
                run()
                typer.echo(f"Watching {', '.join(names)}; end with Ctrl-C.\n", err=True)
            time.sleep(0.3)
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
