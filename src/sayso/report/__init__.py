"""Bytes to reports: open what the user names, find its format, read it, lay it out."""

from sayso.report.document import Fetched, Options
from sayso.report.draft import Draft
from sayso.report.incoming import open_drafts
from sayso.report.layout import compose, dateline_day, with_year

__all__ = ["Draft", "Fetched", "Options", "compose", "dateline_day", "open_drafts", "with_year"]
