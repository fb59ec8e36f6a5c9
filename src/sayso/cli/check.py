"""``sayso check``: the questions that a standards editor would ask of a draft."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from sayso.cli._ledger import LedgerOption, opened
from sayso.cli._output import unwritable, writing

if TYPE_CHECKING:
    from sayso.check import Checked, Config
    from sayso.check.inputs import AcrossOf
    from sayso.errors import SaysoError
    from sayso.pipeline import Options

    Outcome = Checked | SaysoError


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
    published: Annotated[
        str | None, typer.Option(help="When it was published (ISO 8601), where the input does not say.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Who publishes it, where the input does not say.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of the one report, where the input does not say.")] = None,
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
            _expect(bool(paths), "PATH", "no file is named", "Name one or more files: sayso check draft.txt")
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
        """Checks, writes the results, and returns the exit status.

        Raises:
            SettingsError: what is to be written cannot be. InputError: there is no such baseline.
        """
        from sayso.check.baseline import load_baseline, without_known
        from sayso.errors import SaysoError

        if self._write is not None:
            outcomes = self._outcomes(names, config, options, across)
            self._note(self._write, _results(outcomes))
        else:
            known = load_baseline(self._baseline) if self._baseline is not None else None
            with writing(self._output, names) as out:
                outcomes = self._outcomes(names, config, options, across)
                if known is not None:
                    outcomes = [
                        each if isinstance(each, SaysoError) else without_known(each, known) for each in outcomes
                    ]
                self._put(outcomes, out)
            self._sum_up(outcomes)
        results = _results(outcomes)
        if len(results) < len(outcomes):
            return 3
        return 1 if self._write is None and any(result.findings for result in results) else 0

    def _outcomes(self, names: list[str], config: Config, options: Options, across: AcrossOf | None) -> list[Outcome]:
        """In the order of the inputs; failures are told at once. Of two versions their difference."""
        from sayso.check import checked
        from sayso.check.baseline import difference
        from sayso.errors import SaysoError

        _expect(
            not self._diff or len(names) == 2,
            "--diff",
            f"{len(names)} files are named",
            "Name two: sayso check --diff OLD NEW",
        )
        outcomes: list[Outcome] = []
        for outcome in checked(names, config, options, across):
            if isinstance(outcome, SaysoError):
                typer.echo(f"sayso check: {outcome}", err=True)
            outcomes.append(outcome)
        if self._diff:
            results = _results(outcomes)
            failures: list[Outcome] = [each for each in outcomes if isinstance(each, SaysoError)]
            outcomes = [*failures, difference(*results)] if len(results) == 2 else failures
        return outcomes

    def _note(self, path: Path, results: list[Checked]) -> None:
        from sayso.check.baseline import write_baseline

        try:
            noted = write_baseline(path, results)
        except OSError as error:
            raise unwritable(path, error, "--write-baseline") from error
        typer.echo(f"{noted} findings noted in {path}; from now on: --baseline {path}", err=True)

    def _put(self, outcomes: list[Outcome], out: TextIO) -> None:
        if self._report:
            from sayso.check.output.editor import page

            out.write(page(_results(outcomes)))
            return
        for line in _formatted(outcomes, self._format, self._is_coloured(), quiet=self._quiet):
            out.write(line + "\n")

    def _sum_up(self, outcomes: list[Outcome]) -> None:
        if self._quiet:
            return
        if self._report:
            if self._is_to_file():
                typer.echo(f"Written to {self._output}", err=True)
        elif self._format == "text":
            from sayso.check.output.text import summary

            results = _results(outcomes)
            told = summary(results, len(outcomes) - len(results), self._is_coloured())
            typer.echo(told, err=self._is_to_file())

    def _is_to_file(self) -> bool:
        return self._output is not None and str(self._output) != "-"

    def _is_coloured(self) -> bool:
        return self._format == "text" and not self._is_to_file() and sys.stdout.isatty()


def _results(outcomes: list[Outcome]) -> list[Checked]:
    from sayso.errors import SaysoError

    return [each for each in outcomes if not isinstance(each, SaysoError)]


def _formatted(outcomes: list[Outcome], format: str, colour: bool, *, quiet: bool) -> Iterator[str]:
    from sayso.check.output import machine
    from sayso.check.output.text import report_lines
    from sayso.errors import SaysoError

    if format == "sarif":
        yield machine.sarif(_results(outcomes))
        return
    for outcome in outcomes:
        if format == "json":
            import json

            value = outcome.as_json() if isinstance(outcome, SaysoError) else machine.as_json(outcome)
            yield json.dumps(value, ensure_ascii=False)
        elif isinstance(outcome, SaysoError):
            continue
        elif format == "github":
            yield from machine.github(outcome)
        elif not quiet or outcome.findings or outcome.mended:
            yield from report_lines(outcome, colour)


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
