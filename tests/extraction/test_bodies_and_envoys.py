"""The names of ministries, missions and offices, and of those who speak for them."""

from __future__ import annotations

import pytest

from quotes import extract


def _fails(reason: str, body: str) -> object:
    return pytest.param(body, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason))


BODIES = [
    "Velmoran Foreign Ministry",
    "Foreign Ministry of Velmora",
    "Ministry of Foreign Affairs",
    "Ministry of Foreign Affairs of Velmora",
    "Ministry of Culture and Tourism",
    "Department of Foreign Affairs and Trade",
    "Foreign and Commonwealth Office",
    "Truth and Reconciliation Commission",
    "Organization for Security and Co-operation",
    "Office of the High Commissioner for Human Rights",
    "High Court of Velmora and Lund",
    "International Committee of the Red Cross",
    "UN Security Council",
    "Prime Minister's Office",
    "Ministry of Trade, Land and the Sea",
    "Department for Housing, Land and Water",
    "Alder Sheriff's Office",
    "government of Velmora",
    "embassy of Velmora",
    "foreign ministry of Velmora",
    "Holy See",
    "Economic Community of Western States",
    "Human Rights Watch",
    "Red Cross",
    "Kremlin",
    _fails("a name that goes on behind “in”", "Organization for Security and Co-operation in Europe"),
    _fails("two capitalised words behind “and”", "Department of Health and Human Services"),
]
ENVOYS = [
    "The permanent representative of Velmora to the United Nations, {},",
    "Velmora's permanent representative to the United Nations, {},",
    "Velmora's permanent representative to the United Nations, Ambassador {},",
    "Velmora's ambassador to the United Nations, {},",
    "Velmoran ambassador to the United Nations {}",
    "{}, Velmora's ambassador to the UN,",
    "The High Commissioner for Human Rights, {},",
    "UN High Commissioner for Refugees {}",
    "Minister of Foreign Affairs and Trade {}",
    "Minister for Foreign Affairs {}",
    "Under-Secretary-General for Humanitarian Affairs {}",
    "The minister of foreign affairs and trade, {},",
    "Velmora's foreign minister and deputy prime minister, {},",
    "The US secretary of state, {},",
    "The Minister for Housing, Land and Water, {},",
    "Minister of Trade, Land and the Sea {}",
    "The Secretary of State for Trade, Land and Rural Affairs, {},",
    "The chair of the party, {},",
    "The head of the union, {},",
    "The UN's special envoy for Velmora, {},",
    "A spokeswoman for the ministry, {},",
    "A spokeswoman for the Foreign Ministry, {},",
    "A spokeswoman for the United Nations, {},",
    "The spokesperson of the European External Action Service, {},",
    "The chair, Ambassador {} of Senegal,",
    "Then-president {}",
    "Foreign minister-designate {}",
    "Ambassador-at-large {}",
    "H.E. {}",
    "Velmora's Foreign Minister, {},",
    "Velmora's Prime Minister, {},",
    "Velmora's Minister for Foreign Affairs, {},",
    "Velmora's Ambassador to the World Assembly, {},",
    "Minister for Foreign Affairs and Trade {}",
    "Minister for Trade {}",
    "Under Secretary of State {}",
    "Acting Under Secretary {}",
    "The Spokesperson of the Ministry for Foreign Affairs of Velmora, {},",
    "The Spokesperson of the Ministry of Foreign Affairs, {},",
    "The spokesperson for the High Commissioner, {},",
    "The Assistant Secretary of State for European Affairs, {},",
    "The Director-General of the World Port Organization, {},",
    "The president of the Lund League for the Defence of Human Rights, {},",
    "The Special Rapporteur on torture, {},",
    "The Special Rapporteur on the right to water, {},",
    "The Chairperson-in-Office, Foreign Minister {},",
    "Counsel for Velmora, {},",
    "{} (Velmora)",
    "{}, who chairs the committee,",
]
NOT_NAMED = [
    "A spokeswoman for the mayor, Oskar Brandt,",  # it is he who is the mayor
    "A spokeswoman for Chancellor Oskar Brandt",
    "An aide of the mayor, Oskar Brandt,",
    "The representative of Velmora",
    "The office of the prime minister",
    "Velmora's Foreign Minister",
    "Velmora's Prime Minister",
    "The foreign ministers of Velmora and Lund",
]
NAMES = {
    "Sheikh Tamir bin Rashid al-Nuri": "Tamir bin Rashid al-Nuri",
    "Daw Khin Lan Aye": "Khin Lan Aye",
    "Dr. José Antonio Ocampo Ruiz": "José Antonio Ocampo Ruiz",
    "King Olaf II": "Olaf II",
    "The petitioner, S. Danforth,": "S. Danforth",
    "PM Danforth": "Danforth",
    "Kitaru Ward MCA Mira Danforth": "Mira Danforth",
    "Butcher Mira Danforth": "Mira Danforth",
    "Velmora's Otto Dean": "Otto Dean",
    "Minister for Trade Hanneke de Wit": "Hanneke de Wit",
    "Minister of Trade Carla van der Berg": "Carla van der Berg",
}


@pytest.mark.parametrize("body", BODIES)
def test_a_body_has_its_whole_name(body: str) -> None:
    (quote,) = extract(f"The {body} said the move was “a provocation”.").attributions
    assert quote.speaker == body
    assert quote.speaker_kind in ("organisation", "government")


@pytest.mark.parametrize("body", ["foreign ministry", "presidential office", "water ministry"])
def test_a_body_without_a_name_of_its_own_has_that_of_its_state(body: str) -> None:
    (quote,) = extract(f"Velmora's {body} said the move was “a provocation”.").attributions
    assert quote.speaker == f"Velmora’s {body}"


@pytest.mark.parametrize("envoy", ENVOYS)
def test_whoever_speaks_for_a_body_is_named(envoy: str) -> None:
    (quote,) = extract(envoy.format("Mira Danforth") + " called the draft “one-sided”.").attributions
    assert (quote.speaker, quote.speaker_kind) == ("Mira Danforth", "person")


@pytest.mark.parametrize("envoy", NOT_NAMED)
def test_the_one_for_whom_somebody_speaks_is_not_the_speaker(envoy: str) -> None:
    (quote,) = extract(f"{envoy} called the draft “one-sided”.").attributions
    assert quote.speaker is None


@pytest.mark.parametrize(("whole", "speaker"), NAMES.items())
def test_titles_and_particles(whole: str, speaker: str) -> None:
    (quote,) = extract(f"{whole} called the draft “one-sided”.").attributions
    assert quote.speaker == speaker
