"""Where a form leads when it is done: only to pages of this server."""

from __future__ import annotations

import re

#: A path of ours: one slash, then anything but another (``//elsewhere``) or a backslash, which browsers take for one.
_OURS = re.compile(r"/(?![/\\])[^\\\x00-\x20]*")


def back(then: str, otherwise: str) -> str:
    return then if _OURS.fullmatch(then) else otherwise
