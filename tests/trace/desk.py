"""A fictional wire report and what other desks made of it; and reports that have nothing to do with it."""

from __future__ import annotations

import hashlib
import re

from sayso.types import Block, Credits, Dateline, Note, Report, Span, Timestamp

WIRE = """
VARNHOLM (Orrin) – A crane toppled onto a moored grain carrier in the port of Varnholm on Tuesday, killing 3 dockers \
and injuring 14 others, the harbour authority said.

The crane, one of 6 that the port bought second-hand from Ostrava Lift in 2019, had been out of service since Friday \
because of a crack in its slewing ring, according to Milda Krantz, the authority's head of operations.

“We told them twice that the ring would not hold, and twice we were told to go back to work,” said Jonas Ekdal, a \
steward of the Dock Workers' League.

The authority's director, Teodor Brask, denied that any warning had reached him and said that an inspection on June 4 \
had found nothing unusual.

Ostrava Lift said in a statement that it had advised the port in March to replace the ring within 90 days. The port \
did not answer a question about the letter.

Winds of 62 kilometres an hour were measured on the northern pier shortly before 5 a.m., the weather service said. \
Cranes of this type must be secured above 55.

The carrier, the Selma Dahl, was loading 21,000 tonnes of barley for Alexandria. Its master, Captain Renzo Alfieri, \
said that the deckhouse had been crushed and that the crew of 19 was unhurt.

Police cordoned off quays 7 to 11 and seized the maintenance records. Prosecutor Agneta Lund opened an inquiry into \
negligent homicide.

It was the deadliest accident in Varnholm since a silo exploded in 1994.
"""

BACK_TRANSLATED = """
In the harbour of Varnholm on Tuesday three dock labourers lost their lives and 14 more were hurt when a crane fell \
over on a grain freighter that lay at the quay. This was communicated by the authority for the harbour.

As Milda Krantz, who leads operations at the authority, declared, the machine had not been used since Friday on \
account of a fissure in the slewing ring. It belongs to six which were acquired used from Ostrava Lift in 2019.

“Two times we pointed out that this ring cannot last, two times one sent us to work again,” stated Jonas Ekdal, who \
represents the Dock Workers' League.

Teodor Brask, director of the authority, disputed that he had been alerted. In his words, nothing out of the ordinary \
came to light at the examination of June 4.

The firm Ostrava Lift communicated that already in March it recommended to the port an exchange of the ring inside 90 \
days. An enquiry on this letter was left unanswered by the port.

According to the meteorologists the wind on the pier in the north reached 62 kilometres per hour a little before five \
in the morning. From 55 upward such cranes are to be fastened.

The freighter Selma Dahl was taking 21,000 tonnes of barley aboard, with destination Alexandria. The deckhouse is \
destroyed, but none of the 19 seamen suffered harm, indicated Captain Renzo Alfieri.

The police closed quays 7 till 11 and confiscated the documents on upkeep. An investigation for homicide by negligence \
was begun by prosecutor Agneta Lund.
"""

INDEPENDENT = """
VARNHOLM, Tuesday – Families were still waiting at the gate of quay 9 at noon when the first coffins were carried past \
them, under tarpaulins that the rain had made heavy.

Three men who had worked the night shift are dead. The youngest, Nils Fager, was 22 and had started on Monday, his \
aunt said. She had packed his bread herself.

“We told them twice that the ring would not hold, and twice we were told to go back to work,” Jonas Ekdal of the Dock \
Workers' League told a crowd from the roof of a van.

Surgeons at the county hospital operated on five of the injured before dawn. Dr. Petra Wallin said that two would \
probably lose a leg and that all 14 had been given tetanus shots and soup.

The mayor, Ylva Storm, declared three days of mourning. The ice rink and both cinemas will stay shut, and the regatta \
has been put off until August.

Old hands say that the wind funnels between the silos at that corner of the basin. “You learn to hear it,” said \
Gustav Rehn, 71, who drove cranes here until 2008. “Nobody who heard it would have gone up.”

Teodor Brask, who runs the harbour, left his office by a back door and was not seen again on Tuesday.
"""

UNRELATED = """
LOWER TERN – The town council voted on Monday evening to close the outdoor swimming pool in Tern Park, which has lost \
water since the winter, and to sell the land beneath it to a builder of flats.

Councillor Beatrix Amory said repairs would cost 2.3 million marks, more than the town spends on its libraries in four \
years. The vote was 11 to 8.

Swimmers who filled the gallery in bathing caps booed. “My grandmother dug the first spade of that pool,” said Henny \
Voss, 63, who has swum there every morning since she was a child.

The builder, Mossgard Homes, plans 140 flats and has promised an indoor pool of 25 metres, though not before 2034.

A petition against the sale has gathered 5,100 names in a week. Under the town's rules 6,000 would force a ballot.
"""

_PROMISES = (
    ("rebuild", "the low streets", "the fishermen"),
    ("replace", "the school on Reed Hill", "the parents"),
    ("restore", "the dyke at Marrow Bend", "the farmers"),
    ("mend", "the lighthouse road", "the carters"),
    ("renew", "the orchards behind the mill", "the pickers"),
    ("recover", "the bells of Saint Odo", "the parish"),
)
SPEECH = " ".join(
    f"We will {verb} what the storm took from {place}, and we will not ask {people} to pay for it twice."
    for verb, place, people in _PROMISES
)


def report(
    text: str,
    id: str = "",
    outlet: str | None = None,
    published: str | None = None,
    agency: str | None = None,
    headline: str | None = None,
    genre: str = "news",
    notes: tuple[Note, ...] = (),
) -> Report:
    """A report whose blocks are its paragraphs, with a dateline's agency taken out as the layout does."""
    blocks, dateline = [], None
    for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        begin = match.start()
        if line := re.match(r"[A-Z][A-Z ]+ \((\w+)\) – ", match[0]):
            dateline = Dateline((), line[1], None, Span(begin, begin + line.end()))
            blocks.append(Block("dateline", dateline.span))
            begin, agency = dateline.span.end, line[1]
        blocks.append(Block("paragraph", Span(begin, match.end())))
    name = id or hashlib.sha256(f"{outlet}{text}".encode()).hexdigest()
    return Report(
        id=name, text_sha256="", external_id=None, text=text, url=None, outlet=outlet, agency=agency, language="en",
        genre=genre, headline=headline, deck=(), byline=(),
        published=Timestamp(published, "minute" if "T" in published else "day") if published else None, updated=None,
        dateline=dateline, credits=Credits(), blocks=tuple(blocks), notes=notes,
    )  # fmt: skip


def paragraphs(text: str) -> list[str]:
    return re.split(r"\n\s*\n", text.strip())


def spun(text: str) -> str:
    """As a spinner does it: synonyms word by word, also where they make no sense."""
    words = {
        "toppled": "collapsed", "moored": "tied", "killing": "executing", "injuring": "harming", "others": "more",
        "harbour": "port", "authority": "power", "said": "stated", "bought": "purchased", "service": "administration",
        "crack": "break", "head": "skull", "operations": "tasks", "told": "informed", "hold": "grip", "work": "labour",
        "denied": "refused", "warning": "caution", "reached": "arrived", "inspection": "review", "found": "discovered",
        "nothing": "zero", "unusual": "strange", "statement": "assertion", "advised": "counselled", "replace": "swap",
        "answer": "reply", "question": "query", "letter": "character", "measured": "gauged", "shortly": "quickly",
        "weather": "climate", "type": "sort", "secured": "obtained", "loading": "stacking", "master": "expert",
        "crushed": "squashed", "crew": "team", "unhurt": "safe", "seized": "grabbed", "maintenance": "upkeep",
        "records": "discs", "opened": "unlocked", "inquiry": "request", "negligent": "careless", "homicide": "murder",
        "deadliest": "most lethal", "accident": "mishap", "exploded": "detonated", "since": "from", "steward": "waiter",
        "moved": "shifted", "within": "inside", "before": "ahead of", "because": "due", "any": "some", "did": "had",
    }  # fmt: skip
    return re.sub(r"[a-z]+", lambda m: words.get(m[0], m[0]), text)
