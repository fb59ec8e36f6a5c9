"""English words that are compared in a special way: function words, number words, abbreviations before a full stop."""

from __future__ import annotations

FUNCTION_WORDS = """
a about above after again against ago all almost along already also although always am among an and another any are
around as at away back be became because been before being below between both but by came can cannot could did do does
done down during each either else even ever every few for from further get had has have having he her here him himself
his how however i if in into is it its itself just last later less made make many may me might more most much must my
near never next no nor not now of off often on once one only or other others our out over own per put rather said same
saw say saying says see seem she should since so some still such take taken than that the their them themselves then
there these they this those though through thus till to told too toward towards two under until up upon us very was we
well went were what when where whether which while who whom whose why will with within without would yet you your
""".split()

NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    word: str(10 * value)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}

ABBREVIATIONS = frozenset(
    "mr mrs ms dr st gen sen rep gov lt col maj capt cmdr sgt jan feb mar apr jun jul aug sep sept oct nov dec no vs "
    "inc corp co ltd prof rev hon pres adm jr sr".split()
)

#: Words of an outlet's or agency's name that do not tell one from another.
COMMON_IN_NAMES = frozenset(
    "the a an of and for in on at by from to with news newspaper agency wire press service services times post daily "
    "evening morning sunday weekly journal gazette herald tribune chronicle observer examiner telegraph courier record "
    "online com org net today world international national network media group report reports staff correspondent "
    "correspondents reporter writer our bureau editor".split()
)
#: What a place's name goes on to where it names another body than the place's outlet: "Brackwell Police".
BODIES_IN_NAMES = frozenset(
    "police council university hospital airport court college school city county fire "
    "chamber port harbour harbor authority parliament assembly prison church cathedral committee board district "
    "ministry department prosecutors sheriff mayor".split()
)
