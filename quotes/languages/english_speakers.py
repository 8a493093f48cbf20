"""English: what tells speakers apart: offices, their fields, and bodies that every state has. Data only."""

from __future__ import annotations

# Words of a role that do not say which office it is.
OFFICE_MODIFIERS = frozenset(
    """
    the a an former ex acting interim outgoing incoming late then current newly elected longtime veteran
    new old his her their its our mr mrs ms dr onetime erstwhile retired ousted deposed
    """.split()
)
# Those of them that say that it is over.
PAST_OFFICE = frozenset("former ex late onetime erstwhile retired ousted deposed".split())
# Between an office and where it is held.
OFFICE_JOINTS = frozenset("of for at in with".split())
# Between a body and its country.
COUNTRY_JOINTS = frozenset("of for in the".split())
# Offices that name their portfolio behind such a word: Minister of Defence, Secretary for Trade.
PORTFOLIO_HOLDERS = frozenset(
    "minister ministers secretary undersecretary ministry department commissioner".split()
)
# One portfolio under several names; the first is the one to compare by.
PORTFOLIOS = """
    foreign=foreign affairs=external affairs=external relations=foreign relations
    foreign and european=foreign and european affairs
    defence=national defence=defence affairs
    interior=internal affairs=home affairs=home=the interior
    finance=finances=financial affairs
    economy=economics=economic affairs=economic
    justice=legal affairs
    health=public health
    education=national education
    environment=environmental protection
    emergencies=emergency situations=emergency
    state=state affairs
"""
# Where the two ways of spelling English differ; the first is the one to compare by.
SPELLED = dict(
    pair.split("=")
    for pair in """
        defense=defence organization=organisation organizations=organisations center=centre labor=labour
        program=programme spokeswoman=spokesman spokesperson=spokesman chairwoman=chairman
        chairperson=chairman
    """.split()
)
# Fields of work that few people have two of; whoever is in one is not taken for a namesake in another.
FIELDS = {
    "state": """
        president premier chancellor minister ministers secretary undersecretary ambassador envoy consul
        diplomat senator congressman congresswoman representative lawmaker legislator parliamentarian mp mep
        governor mayor councillor councilwoman councilman king queen emir sultan prince princess emperor
        spokesman general admiral colonel commander judge justice prosecutor
    """,
    "sport": """
        footballer striker goalkeeper midfielder defender winger quarterback pitcher cricketer batsman bowler
        golfer boxer swimmer cyclist sprinter runner skier skater gymnast wrestler jockey athlete
        tennis-player coach goalscorer hurdler rower fencer racer olympian
    """,
    "arts": """
        actor actress singer rapper musician guitarist drummer pianist violinist composer dancer ballerina
        painter sculptor novelist poet playwright comedian filmmaker screenwriter designer model
    """,
}
# What every state has one of, by the words that its name can be made of.
STATE_BODIES = frozenset(
    """
    government ministry presidency cabinet parliament army navy airforce police treasury senate congress
    customs gendarmerie
    """.split()
)
STATE_BODY_NAMES = frozenset(
    """
    supreme court|constitutional court|high court|central bank|national bank|national assembly|air force|
    coast guard|foreign office|home office|state department|armed forces|security council|general staff|
    house of representatives|election commission|electoral commission|border guard|security service|
    justice department|defence department|treasury department|interior department
    """.replace("\n", "")
    .replace("  ", "")
    .strip("| ")
    .split("|")
)
# Seats that stand for a part of a government.
SEATS_OF_BODIES = {
    "pentagon": ("defence department", "US"),
    "foggy bottom": ("state department", "US"),
    "quai dorsay": ("foreign ministry", "FR"),
    "itamaraty": ("foreign ministry", "BR"),
    "farnesina": ("foreign ministry", "IT"),
    "iveagh house": ("foreign ministry", "IE"),
    "south block": ("foreign ministry", "IN"),
}
# Short names of ministries.
SHORT_BODIES = {"mfa": "foreign ministry", "mod": "defence ministry", "moj": "justice ministry"}
