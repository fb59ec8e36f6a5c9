"""Short forms of states and provinces as English-language newspapers write them after a town's name."""

from __future__ import annotations

_UNITED_STATES = """
Alabama: Ala. AL | Alaska: AK | Arizona: Ariz. AZ | Arkansas: Ark. AR | California: Calif. Cal. CA
Colorado: Colo. CO | Connecticut: Conn. CT | Delaware: Del. DE | Florida: Fla. FL | Georgia: Ga. GA | Hawaii: HI
Idaho: ID | Illinois: Ill. IL | Indiana: Ind. IN | Iowa: IA | Kansas: Kan. Kans. KS | Kentucky: Ky. KY
Louisiana: La. LA | Maine: ME | Maryland: Md. MD | Massachusetts: Mass. MA | Michigan: Mich. MI
Minnesota: Minn. MN | Mississippi: Miss. MS | Missouri: Mo. MO | Montana: Mont. MT | Nebraska: Neb. Nebr. NE
Nevada: Nev. NV | New Hampshire: N.H. NH | New Jersey: N.J. NJ | New Mexico: N.M. NM | New York: N.Y. NY
North Carolina: N.C. NC | North Dakota: N.D. ND | Ohio: OH | Oklahoma: Okla. OK | Oregon: Ore. OR
Pennsylvania: Pa. Penn. PA | Rhode Island: R.I. RI | South Carolina: S.C. SC | South Dakota: S.D. SD
Tennessee: Tenn. TN | Texas: Tex. TX | Utah: UT | Vermont: Vt. VT | Virginia: Va. VA | Washington: Wash. WA
West Virginia: W.Va. W. Va. WV | Wisconsin: Wis. Wisc. WI | Wyoming: Wyo. WY | District of Columbia: D.C. DC
"""
_CANADA = """
Alberta: Alta. AB | British Columbia: B.C. BC | Manitoba: Man. MB | New Brunswick: N.B. NB
Newfoundland and Labrador: N.L. NL | Nova Scotia: N.S. NS | Ontario: Ont. ON | Prince Edward Island: P.E.I. PEI PE
Quebec: Que. QC | Saskatchewan: Sask. SK
"""


def _table() -> dict[str, tuple[str, str]]:
    forms: dict[str, tuple[str, str]] = {}
    for country, rows in (("US", _UNITED_STATES), ("CA", _CANADA)):
        for row in rows.strip().replace("\n", "|").split("|"):
            name, _, short = row.strip().partition(": ")
            for form in short.replace("W. Va.", "W.\xa0Va.").split(" "):
                forms[form.replace("\xa0", " ")] = (country, name)
    return forms


#: Short form as written -> (country code, name of the state or province).
ABBREVIATIONS = _table()
#: Forms without a full stop are read as places only behind a comma: "ME", "OR" and "IN" are words too.
POSTAL = frozenset(form for form in ABBREVIATIONS if "." not in form)
