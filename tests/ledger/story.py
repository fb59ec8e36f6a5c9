"""A small made-up story in several reports, the ground of most ledger tests."""

from __future__ import annotations

from sayso.types import Reading

from .factory import reading, said

FERRY = reading(
    "Ferry sinks off Port Lorne\n\n"
    'Harbour master Ada Quill said the ferry had not been overloaded. "Not one warning reached us," said Quill. '
    "The Lantern reported that police had denied attacks on the crew. "
    "A union official said twelve people were missing.",
    [
        said("the ferry had not been overloaded", "Ada Quill", title="Harbour master", when="2031-05-03"),
        said('"Not one warning reached us,"', "Quill", name="Ada Quill", title="Harbour master", kind="direct"),
        said("had denied attacks on the crew", "The Lantern", type="organization", act="report", about=()),
        said("attacks on the crew", "police", type="organization", disclosure="unnamed", act="deny",
             via=["The Lantern"], standing=["unverified"]),
        said("twelve people were missing", "A union official", name=None, type="unnamed-person", disclosure="unnamed",
             firmness="probable", confidence=0.4),
    ],
    url="https://courier.example/ferry", headline="Ferry sinks off Port Lorne", published="2031-05-04",
)  # fmt: skip

INQUIRY = reading(
    "Inquiry opens\n\nHarbor master A. Quill confirmed the ferry was overloaded. "
    "Minister Björn Åsgård promised an inquiry.",
    [
        said("the ferry was overloaded", "A. Quill", title="Harbor master", act="confirm", standing=["confirmed"]),
        said("an inquiry", "Björn Åsgård", title="Minister", act="promise", kind="mixed", when="2031-05-06"),
    ],
    outlet="The Lantern", url="https://lantern.example/inquiry", headline="Inquiry opens", published="2031-05-06",
)  # fmt: skip

UNDATED = reading(
    "The union said strikes would follow the attack.",
    [said("strikes would follow the attack", "The union", type="organization", act="threaten", how="continued")],
    outlet=None, published=None, external_id="wire-7", model="attribution_v2",
)  # fmt: skip

STORY: tuple[Reading, ...] = (FERRY, INQUIRY, UNDATED)
