"""Words that tell places from people, bodies and plain words; general knowledge, for :mod:`finding`."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark
    Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan Jacob Gary
    Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Frank Patrick Raymond
    Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Zachary Douglas Peter Kyle Noah Ethan Jeremy Walter Christian
    Keith Roger Terry Austin Sean Gerald Carl Harold Dylan Arthur Lawrence Jordan Jesse Bryan Billy Bruce Gabriel Joe
    Logan Alan Juan Albert Willie Elijah Wayne Randy Vincent Mason Roy Ralph Bobby Russell Bradley Philip Eugene Mary
    Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley
    Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy
    Kathleen Angela Shirley Brenda Emma Anna Pamela Nicole Samantha Katherine Christine Helen Debra Rachel Carolyn
    Janet Maria Catherine Heather Diane Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly Christina Joan Evelyn
    Judith Andrea Hannah Megan Cheryl Jacqueline Martha Madison Teresa Gloria Sara Janice Ann Kathryn Abigail Sophia
    Frances Jean Alice Judy Isabella Julia Grace Amber Denise Danielle Marilyn Beverly Charlotte Natalie Theresa Diana
    Brittany Doris Kayla Alexis Lori Marie Mike Jim Bob Bill Tom Dave Steve Chris Dan Matt Tony Don Ken Ron Ed Jeff
    Greg Larry Tim Sam Ben Nick Alex Ray Pat Fred Rick Phil Doug Pete Andy Rob Jimmy Johnny Tommy Kate Liz Sue Kim
    Beth Jill Jane Ian Neil Colin Graham Nigel Simon Stuart Trevor Derek Duncan Hugh Gordon Malcolm Clive Keir Boris
    Rishi Vladimir Sergei Sergey Dmitry Dmitri Mikhail Ivan Igor Oleg Yuri Alexei Alexey Nikolai Andrei Andrey Pavel
    Viktor Volodymyr Oleksandr Serhiy Dmytro Mykhailo Andriy Oleksiy Olena Yulia Natalia Irina Svetlana Olga Tatiana
    Maxim Anton Denis Mohammed Mohammad Muhammad Mohamed Ahmed Ahmad Ali Hassan Hussein Omar Khalid Ibrahim Mahmoud
    Abdullah Yusuf Youssef Mustafa Fatima Aisha Hamid Karim Samir Tariq Bashar Saddam Benjamin Binyamin Ehud Avigdor
    Shimon Yitzhak Ariel Moshe Jean Pierre Jacques Francois Nicolas Emmanuel Marine Angela Olaf Helmut Gerhard Hans
    Klaus Wolfgang Jens Lars Anders Giorgia Silvio Giuseppe Matteo Mario Luigi Carlos Luis Jorge Pedro Miguel Fernando
    Antonio Francisco Manuel Javier Diego Hugo Nicolas Raul Fidel Pablo Rafael Ricardo Roberto Eduardo Xi Hu Wen Li
    Wang Zhang Narendra Manmohan Rahul Sonia Imran Nawaz Asif Pervez Benazir Recep Abdel Hosni Paris London Chelsea
    Brooklyn Savannah Sydney Florence Dallas Devon Chester Lincoln Israel Chad Troy Clayton Dakota Cheyenne Carson
    Hillary Barack Michelle Joe Kamala Mitt Newt Sarah Rudy Condoleezza Colin Dick Al Hunter
    """.split()
)  # fmt: skip
PERSON_TITLES = frozenset(
    """
    Mr Mrs Ms Miss Dr Prof Sen Rep Gov Lt Col Gen Maj Capt Sgt Cpl Pvt Adm Rev Fr Sir Lord Lady Dame President
    Minister Senator Governor Mayor Secretary General Colonel Captain Sergeant Officer Judge Justice Congressman
    Congresswoman Chancellor King Queen Prince Princess Pope Cardinal Bishop Sheikh Imam Ayatollah Sheriff Detective
    Inspector Deputy Spokesman Spokeswoman Spokesperson Professor Doctor Ambassador Commander Chief Chairman
    Chairwoman Director Councilman Councilwoman Commissioner
    """.split()
)  # fmt: skip
PLACE_BEFORE = frozenset(
    """
    in at from near to of outside inside around across throughout between toward towards into over through via for
    within downtown northern southern eastern western northeastern northwestern southeastern southwestern central
    north south east west upstate rural occupied neighboring neighbouring nearby leaving visited visiting left reached
    entered
    """.split()
)  # fmt: skip
ORGANISATION_AFTER = frozenset(
    """
    Post Times Journal Herald Tribune Gazette News Chronicle Observer Star Sun Mail Telegraph Globe Inquirer Examiner
    Courier Register Dispatch Press Review Monitor Standard Independent Record Today Weekly Daily Radio TV Television
    Broadcasting University College School High Elementary Institute Academy Hospital Medical Clinic Church Cathedral
    Bank Airlines Airways Inc Corp Co Ltd LLC Group Company Association Society Foundation Council Club United City
    Rovers Rangers FC Eagles Tigers Lions Bears Wildcats Bulldogs Panthers Warriors Giants Cowboys Yankees Mets Cubs
    Police Fire Department Sheriff Court House Senate Legislature Assembly Parliament Board Commission Committee
    Agency Authority Bureau Office Center Centre Museum Library Theatre Theater Hotel Stadium Arena Airport Convention
    Accords Accord Agreement Treaty Protocol Conference Declaration Exchange Stock Chamber Democrats Republicans Party
    Union National State Public Community Regional Memorial Symphony
    """.split()
)  # fmt: skip
MEDIA_AFTER = frozenset(
    """
    Post Times Journal Herald Tribune Gazette Chronicle Observer Telegraph Globe Inquirer Examiner Courier Dispatch
    Weekly Magazine Enquirer Guardian Mirror Standard Bulletin Sentinel Ledger Advertiser Argus
    """.split()
)
STREET_AFTER = frozenset(
    """
    Street St Avenue Ave Road Rd Boulevard Blvd Drive Dr Lane Way Highway Creek River Lake Mountain Bridge Park Square
    Hill Plaza
    """.split()
)  # fmt: skip
SPEECH = frozenset(
    """
    said says told added wrote asked replied argued testified recalled explained noted insisted claimed denied who
    whose was has had is
    """.split()
)
#: Capitalised words that begin sentences or headlines, or are names of other things, and are hardly ever the towns of
#: the same name.
ORDINARY = frozenset(
    """
    A I An As At Be But By He If In Is It No Of On Or So The To Up We And Are Can For Had Has Her His How Its Let May
    New Not Now Off One Our Out She Two Too Was Who Why Yes Yet You All Any Did Do Get Got Him Me Most Much Many More
    Some Such Than That Them Then They This Those These There Their What When Where Which While With Will Would Could
    Should Shall Must Might From Have Into Just Like Made Make Over Only Other Under Until Upon Very Were Your After
    Again Also Among Around Because Been Before Being Between Both Each Even Every Few First Second Third Last Next
    Here Home However Including Instead Later Less Little Long Man Men Near Never Nothing Old Once Part People Police
    Rather Same Several Since Still Take Through Time Today Together Under Unless Well Whether Within Without Women
    Year Years Young January February March April June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat
    President Minister Prime Senator Governor Mayor King Queen Prince Pope General Colonel Captain Major Judge Justice
    Chief Director Secretary Officer University College School Hospital Church Court House Senate Congress Parliament
    Council Committee Commission Department Office Party Democrat Democrats Republican Republicans Army Navy Force
    Forces Air Military Guard War Peace God Lord Christian Christians Muslim Muslims Jewish Islam Islamic Arab Arabs
    English French German Spanish Chinese Dutch Irish Best Bill Black White Green Brown Blue Red Gold Silver Bank Bay
    Beach Bridge Center Central City County State States North South East West Northern Southern Eastern Western
    Street Road Avenue Park River Lake Mountain Hill Hills Island Sea Ocean Post Times News Press Media Book Club
    Union National International Federal Public Private Social Health Human Rights World Global Field Hall Hope Love
    Faith Grace Liberty Independence Enterprise Commerce Industry Energy Oil Gas Power Green Star Sun Moon Mr Mrs Ms
    Dr Sen Rep Gov Gen Lt Col Sgt Rev Inc Corp Co Ltd CEO FBI CIA NATO UN EU AIDS COVID Covid Internet Google Apple
    Amazon Facebook Twitter Microsoft Wikinews Reuters Associated Bloomberg Day Week Month Morning Night Spring Summer
    Autumn Winter Fall Christmas Easter Ramadan Ten Three Four Five Six Seven Eight Nine Hundred Thousand Million
    Mobile Reading Nice Male Bath Sale Ware Battle Hull Deal Police Fire Water Wood Stone Rock Iron Steel Price Rice
    Hay Ham Mill Orange Normal Industry Universal Ideal Sandwich Rugby Why Along Across Against Via Both Says Said
    Call Read Ask Set Put Run See Say Use Used Using During Despite Although Though Hamas Hezbollah Taliban Olympic
    Olympics PA Centre Delta Monster Patrick Obama Trump Biden Putin Bush Clinton Delta
    """.split()
) | frozenset(["White House", "City Park", "St Patrick", "St. Patrick", "El Nino", "El Niño", "U.N.", "E.U.",
               "Red Cross", "United Nations", "Super Bowl", "World Cup", "Supreme Court"])  # fmt: skip
