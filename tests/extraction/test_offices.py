"""What a speaker is in the article's own words, and for which country they speak."""

# ruff: noqa: E501, SIM905 - a case a line reads best, and words as text

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import extract


def fails(reason: str, *case: Any) -> Any:
    """Return a case that a careful reader gets right and the extractor does not yet."""
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason))


# A text, and the role of whoever said what comes last in it.
# fmt: off
BEFORE_THE_NAME = [
    ("“We will wait,” said Velmoran Foreign Ministry spokesman Teodor Hasz.", "Velmoran Foreign Ministry spokesman"),
    ("“We will wait,” General Pavel Orrin said.", "General"),
    ("Velmoran President Orsin Feldray said: “We will wait.”", "Velmoran President"),
    ("Former Prime Minister Oskar Brandt said: “We will wait.”", "Former Prime Minister"),
    ("Deputy Foreign Minister Mira Danforth said: “We will wait.”", "Deputy Foreign Minister"),
    ("Velmoran Foreign Minister Gen. Mira Danforth said: “We will wait.”", "Velmoran Foreign Minister Gen"),
    ("Velmora’s foreign minister Mira Danforth said: “We will wait.”", "Velmora’s foreign minister"),
    ("Harbour Union Secretary-General Mira Danforth said: “We will wait.”", "Harbour Union Secretary-General"),
    ("Secretary of State for Water Mira Danforth said: “We will wait.”", "Secretary of State for Water"),
    ("First Minister of Harn Mira Danforth said: “We will wait.”", "First Minister of Harn"),
    ("Scottish First Minister Mira Danforth said: “We will wait.”", "Scottish First Minister"),
    ("Lebanese caretaker Prime Minister Oskar Brandt said: “We will wait.”", "Lebanese caretaker Prime Minister"),
    ("Fire service spokesman Oskar Brandt said: “We will wait.”", "Fire service spokesman"),
    ("On Monday, French inventor Oskar Brandt said: “We will wait.”", "French inventor"),
    ("Singer, pilot and river rights advocate Mira Danforth said: “We will wait.”", "Singer, pilot and river rights advocate"),
    ("Study co-author and geologist Mira Danforth said: “We will wait.”", "Study co-author and geologist"),
    ("Dr. Mira Danforth said: “We will wait.”", "Dr"),
    ("Oskar Brandt’s wife Mira Danforth said: “We will wait.”", "Oskar Brandt’s wife"),
]
APPOSED = [
    ("Mira Danforth, an official of the Ministry of Water of Velmora, tweeted: “We will wait.”", "official of the Ministry of Water of Velmora"),
    ("“We will wait,” said Mira Danforth, an official of the Ministry of Water.", "official of the Ministry of Water"),
    ("“We will wait,” said Mira Danforth, mayor of Harn.", "mayor of Harn"),
    ("The mayor of Harn, Mira Danforth, said: “We will wait.”", "mayor of Harn"),
    ("The Velmoran Minister of Defense, General Pavel Orrin, said: “We will wait.”", "Velmoran Minister of Defense"),
    ("Velmora’s foreign minister, Mira Danforth, said: “We will wait.”", "Velmora’s foreign minister"),
    ("The head of Velmora’s presidential office, Oskar Brandt, said: “We will wait.”", "head of Velmora’s presidential office"),
    ("“We will wait,” said Oskar Brandt, Velmora’s deputy minister of health.", "Velmora’s deputy minister of health"),
    ("Mira Danforth, 52, a teacher from Harn, said: “We will wait.”", "teacher from Harn"),
    ("Mira Danforth — the Velmoran foreign minister — said: “We will wait.”", "Velmoran foreign minister"),
    ("Mira Danforth of the Harbour Institute, a researcher on tides, said: “We will wait.”", "researcher on tides"),
    ("Member of Parliament (MP) Mira Danforth said: “We will wait.”", "Member of Parliament"),
    ("Her successor, Mira Danforth, said: “We will wait.”", "successor"),
    ("His wife, Mira Danforth, said: “We will wait.”", "wife"),
    ("Mira Danforth, fiancée of Oskar Brandt, said: “We will wait.”", "fiancée of Oskar Brandt"),
    ("Mira Danforth, the commissioner responsible for water, said: “We will wait.”", "commissioner responsible for water"),
    ("Mira Danforth (the Velmoran foreign minister) said: “We will wait.”", "Velmoran foreign minister"),
    ("Mira Danforth (Minister for Water) said: “We will wait.”", "Minister for Water"),
    ("Mira Danforth (who met the mayor) said: “We will wait.”", None),
    ("Minister for Foreign Affairs Mira Danforth said: “We will wait.”", "Minister for Foreign Affairs"),
]
BY_A_VERB = [
    ("Mira Danforth is the director of the Harbour Institute. “We will wait,” she said.", "director of the Harbour Institute"),
    ("“We will wait,” said Mira Danforth, who is the mayor of Harn.", "mayor of Harn"),
    ("Mira Danforth was named ambassador to Velmora. “We will wait,” she said.", "ambassador to Velmora"),
    ("Mira Danforth was returned as prime minister with a majority of two. “We will wait,” she said.", "prime minister"),
    ("Mira Danforth, who heads the weather service, said: “We will wait.”", "heads the weather service"),
    ("Mira Danforth is not the mayor of Harn. “We will wait,” she said.", None),
    ("Mira Danforth is a racist. “We will wait,” she said.", None),
]
ELSEWHERE = [
    ("Velmoran President Orsin Feldray arrived on Monday. “We will wait,” Feldray said.", "Velmoran President"),
    ("Velmoran President Orsin Feldray arrived on Monday. “We will wait,” he said.", "Velmoran President"),
    ("President Feldray arrived. Velmoran President Orsin Feldray left. “We will wait,” Feldray said.", "Velmoran President"),
    ("“We will wait,” Danforth said on Monday. Mira Danforth, the mayor of Harn, left later.", "mayor of Harn"),
    ("Mira Danforth has seen much. “We will wait,” the ambassador said.", "ambassador"),
    ("Envoy Mira Danforth’s resignation came late. “We will wait,” Danforth said.", "Envoy"),
    ("Velmoran envoy Mira Danforth met Harnland Prime Minister Oskar Brandt. “We will wait,” Brandt said.", "Harnland Prime Minister"),
]
NONE_TOLD = [
    ("Mira Danforth said: “We will wait.”", None),
    ("Mr. Brandt said: “We will wait.”", None),
    ("Mrs. Danforth said: “We will wait.”", None),
    ("Democrat Oskar Brandt said: “We will wait.”", None),
    ("A Republican, Oskar Brandt, said: “We will wait.”", None),
    ("In a call with the Velmoran minister, Mira Danforth said: “We will wait.”", None),
    ("At the talks with the mayor, Mira Danforth said: “We will wait.”", None),
    ("In a letter to Mira Danforth, the minister said: “We will wait.”", "minister"),
    ("Mira Danforth, Lund, said: “We will wait.”", None),
]
NAMELESS = [
    ("A police spokesman said: “We will wait.”", "police spokesman"),
    ("A government official said: “We will wait.”", "government official"),
    ("“We will wait,” said a spokesman for Velmora’s foreign ministry.", "spokesman for Velmora’s foreign ministry"),
    ("Two officials said: “We will wait.”", None),
    ("A source within the ministry said: “We will wait.”", None),
    ("The foreign ministry said: “We will wait.”", None),
    ("The report said: “We will wait.”", None),
]
# A text, and the country of whoever said what comes last in it.
IN_THE_ROLE = [
    ("Iranian Foreign Ministry spokesman Teodor Hasz said: “We will wait.”", "IR"),
    ("The Azeri Minister of Ferries, Admiral Pavel Orrin, said: “We will wait.”", "AZ"),
    ("Mira Danforth, a clerk of the Ministry of Ferries of Azerbaijan, tweeted: “We will wait.”", "AZ"),
    ("Kenya’s prime minister, Mira Danforth, said: “We will wait.”", "KE"),
    ("UAE Foreign Minister Oskar Brandt said: “We will wait.”", "AE"),
    ("U.S. Secretary of State Oskar Brandt said: “We will wait.”", "US"),
    ("The mayor of Baku, Mira Danforth, said: “We will wait.”", "AZ"),
    ("Texas Governor Oskar Brandt said: “We will wait.”", "US"),
    ("Quebec Premier Mira Danforth said: “We will wait.”", "CA"),
    ("Hong Kong Chief Executive Mira Danforth said: “We will wait.”", "HK"),
    ("American Samoa’s governor, Oskar Brandt, said: “We will wait.”", "AS"),
    ("FBI Director Oskar Brandt said: “We will wait.”", "US"),
    ("Egypt’s Mira Danforth said: “We will wait.”", "EG"),
    ("Mira Danforth of Kenya said: “We will wait.”", "KE"),
    ("Prime Minister Oskar Brandt of Samoa said: “We will wait.”", "WS"),
    ("Mira Danforth, a spokeswoman for the Ukrainian border service, said: “We will wait.”", "UA"),
    ("Mira Danforth is a Turkish national. “We will wait,” she said.", "TR"),
    ("Sen. Oskar Brandt (R-Utah) said: “We will wait.”", "US"),
    ("Sen. Oskar Brandt (D-Vt.) said: “We will wait.”", "US"),
    ("Sen. Oskar Brandt, R-Utah, said: “We will wait.”", "US"),
    ("Mira Danforth (Kenya) said: “We will wait.”", "KE"),
    ("Mr. BRANDT (New Zealand) said: “We will wait.”", "NZ"),
    ("Mira Danforth (in Kenya) said: “We will wait.”", None),
    ("Democrat Oskar Brandt said: “We will wait.”", "US"),
    ("Polish President Oskar Brandt’s spokeswoman, Mira Danforth, said: “We will wait.”", "PL"),
    ("Polish President Oskar Brandt arrived. Brandt’s spokeswoman, Mira Danforth, said: “We will wait.”", "PL"),
    ("Russian President Oskar Brandt arrived on Monday. “We will wait,” he said.", "RU"),
    ("Speaking to the French president, Russian Foreign Minister Oskar Brandt said: “We will wait.”", "RU"),
    ("Velmoran President Orsin Feldray said: “We will wait.”", None),
]
ENVOYS = [
    ("US Ambassador to Germany Oskar Brandt said: “We will wait.”", "US"),
    ("Mira Danforth, Norway’s ambassador to the UN, said: “We will wait.”", "NO"),
    ("The French ambassador in Nairobi, Mira Danforth, said: “We will wait.”", "FR"),
    ("The US special envoy for Iran, Oskar Brandt, said: “We will wait.”", "US"),
    ("The UN special envoy for Syria, Mira Danforth, said: “We will wait.”", None),
    ("The ambassador to Germany, Oskar Brandt, said: “We will wait.”", None),
    ("Mira Danforth was named ambassador to France. “We will wait,” she said.", None),
    ("Secretary of Ferries for Puerto Rico Mira Danforth said: “We will wait.”", "PR"),
]
OF_NO_COUNTRY = [
    ("NATO Secretary-General Oskar Brandt said: “We will wait.”", None),
    ("EU foreign policy chief Mira Danforth said: “We will wait.”", None),
    ("The IAEA’s director general, Oskar Brandt, said: “We will wait.”", None),
    ("The Arab League said: “We will wait.”", None),
    ("Oskar Brandt, a professor at the University of California, said: “We will wait.”", None),
    ("Oskar Brandt, a Syracuse University historian, said: “We will wait.”", None),
    ("Oskar Brandt, a Washington Post columnist, said: “We will wait.”", None),
    ("African American activist Oskar Brandt said: “We will wait.”", None),
    ("Mira Danforth, the mother of a Turkish student, said: “We will wait.”", None),
    ("Mira Danforth, an English professor, said: “We will wait.”", None),
    ("The Japanese and Chinese ministers said: “We will wait.”", None),
    ("Paris is full of them. Mira Danforth said: “We will wait.”", None),
]
BODIES = [
    ("Baku said: “We will wait.”", "AZ"),
    ("Azerbaijan said: “We will wait.”", "AZ"),
    ("The Kremlin said: “We will wait.”", "RU"),
    ("The White House said in a statement: “We will wait.”", "US"),
    ("Downing Street said: “We will wait.”", "GB"),
    ("The Knesset said: “We will wait.”", "IL"),
    ("The Pentagon said: “We will wait.”", "US"),
    ("The Turkish Foreign Ministry said: “We will wait.”", "TR"),
    ("Turkey’s Foreign Ministry said: “We will wait.”", "TR"),
    ("The Foreign Ministry of Turkey said: “We will wait.”", "TR"),
    ("Azerbaijan answered Iran, saying it would “never wait,” according to a statement by the Foreign Ministry.", "AZ"),
    ("An Iranian official said: “We will wait.”", "IR"),
    ("Two Iranian officials said: “We will wait.”", "IR"),
    ("A spokesman for the German foreign ministry said: “We will wait.”", "DE"),
    ("Republicans said: “We will wait.”", "US"),
    ("Danforth Shipping said: “We will wait.”", None),
]
BY_THE_ARTICLE = [
    ("WARSAW (Agency) - Prime Minister Oskar Brandt said: “We will wait.”", "PL"),
    ("Rain fell on Poland on Monday. President Oskar Brandt said: “We will wait.”", "PL"),
    ("Rain fell on Poland on Monday. Police said: “We will wait.”", "PL"),
    ("Rain fell on Poland on Monday. Oskar Brandt, a baker, said: “We will wait.”", None),
    ("Rain fell on Poland on Monday. Danforth Steel president Oskar Brandt said: “We will wait.”", None),
    ("Rain fell on Poland on Monday. Oskar Brandt, president of Danforth Steel, said: “We will wait.”", None),
    ("Rain fell on Poland and Spain on Monday. President Oskar Brandt said: “We will wait.”", None),
    ("Rain fell on Poland on Monday. Ambassador Oskar Brandt said: “We will wait.”", None),
    ("Jordan Brandt met Tomas Veld on Monday. President Oskar Brandt said: “We will wait.”", None),
]
AMBIGUOUS = [
    ("Georgian Prime Minister Oskar Brandt said: “We will wait.”", "GE"),
    ("Georgia’s foreign minister, Oskar Brandt, met the US secretary. Brandt said: “We will wait.”", "GE"),
    ("Atlanta is full of them. The governor of Georgia, Oskar Brandt, said: “We will wait.”", "US"),
    ("Congolese President Oskar Brandt said: “We will wait.”", None),
    ("Congolese President Oskar Brandt said in Kinshasa: “We will wait.”", "CD"),
    ("Congolese President Oskar Brandt said in Brazzaville: “We will wait.”", "CG"),
    ("Korean officials said: “We will wait.”", None),
    ("Rain fell on Seoul. Korean officials said: “We will wait.”", "KR"),
    ("Dominican Prime Minister Oskar Brandt said in Roseau: “We will wait.”", "DM"),
    ("Dominican President Oskar Brandt said in Santo Domingo: “We will wait.”", "DO"),
    ("Brussels said: “We will wait.”", "BE"),
    ("The EU met in Lund. The EU was late. Brussels said: “We will wait.”", None),
]
# fmt: on


@pytest.mark.parametrize(
    ("text", "role"), BEFORE_THE_NAME + APPOSED + BY_A_VERB + ELSEWHERE + NONE_TOLD + NAMELESS
)
def test_the_role_is_what_the_article_says_the_speaker_is(text: str, role: str | None) -> None:
    last = extract(text).attributions[-1]
    assert (last.role and last.role.of(text)) == role


@pytest.mark.parametrize(
    ("text", "country"),
    IN_THE_ROLE + ENVOYS + OF_NO_COUNTRY + BODIES + BY_THE_ARTICLE + AMBIGUOUS,
)
def test_the_country_is_the_one_that_the_speaker_is_for(text: str, country: str | None) -> None:
    assert extract(text).attributions[-1].country == country


PIECES = st.sampled_from(
    """
    Mira Danforth Oskar Brandt , . “We will wait,” said the mayor of Turkey Georgian President who is and ( R-Utah )
    ’s Foreign Minister Mr. as named — spokesman for to France UN a US Korea
    """.split(" ")
)


@given(st.lists(PIECES, max_size=40))
def test_a_role_is_a_stretch_of_the_text_and_a_country_a_code(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for a in extract(text).attributions:
        if a.role is not None:
            assert 0 <= a.role.start < a.role.end <= len(text)
            assert a.role.of(text) == a.role.of(text).strip()
        assert a.country is None or (len(a.country) == 2 and a.country.isupper())


HOSTILE = [
    "Georgia and Georgian Korea, ",
    "President Mira Danforth, the mayor of Turkey, ",
    "Minister Mira Danforth’s envoy, ",
    "Danforth, who is the mayor, ",
    "the minister, the mayor, and ",
    "US and ",
]


def test_a_chain_of_owners_is_not_followed_for_ever() -> None:
    names = [
        f"Mira D{'abcdefghij'[n // 100]}{'abcdefghij'[n // 10 % 10]}{'abcdefghij'[n % 10]}"
        for n in range(1000)
    ]
    chain = " ".join(f"{a}’s aide, {b}, left." for a, b in pairwise(names))
    (quote,) = extract(
        f"Turkish President {names[0]} left. {chain} “We will wait,” said {names[-1]}."
    ).attributions
    assert quote.country is None


@pytest.mark.parametrize(
    "piece", [HOSTILE[0], *(pytest.param(piece, marks=pytest.mark.thorough) for piece in HOSTILE[1:])]
)
def test_the_work_grows_with_the_text_and_no_faster(piece: str, lines: Callable[..., int]) -> None:
    def work(times: int) -> int:
        said = "Mira Danforth said: “We will wait.”\n\n"
        return lines(extract, f"“We will wait,” said Mira Danforth.\n\n{piece * times}{said}")

    work(1)  # what is made once stays
    assert work(800) < 4.5 * work(200)
