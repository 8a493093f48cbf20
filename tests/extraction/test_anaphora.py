"""Whom a pronoun, a role, a surname or a body's short name stands for."""

# ruff: noqa: E501 - a case a line reads best

from __future__ import annotations

from typing import Any

import pytest

from quotes import extract

from .cases import check, fails, name

M = "Mira Danforth"
O = "Oskar Brandt"  # noqa: E741 - the other one of two
WAIT = "We will wait for the council’s answer,"

# fmt: off
PRONOUNS = [
    ("Oskar Brandt rose. A villager told reporters it was dark. “It is late,” he said.", ("It is late,", "he", None)),
    ("Oskar Brandt rose. A villager told reporters it was dark.\n\n“It is late,” he said.", ("It is late,", "he", O)),
    ("Boats are late\n\nBy Mira Danforth\n\nA clerk was hurt. “It is late,” she said.", ("It is late,", "she", None)),
    ("Mira Danforth rose. Jane Brandt asked her for the time. “It is late,” she said.", ("It is late,", "she", M)),
    ("The minister flew to Harbourton. “It is late,” he said.", ("It is late,", "he", None)),
    (f"Mira Danforth spoke on Monday. “{WAIT}” she said.", (WAIT, "she", M)),
    (f"Oskar Brandt spoke on Monday. “{WAIT}” he said.", (WAIT, "he", O)),
    (f"Mira Danforth spoke on Monday.\n\n“{WAIT}” she said.", (WAIT, "she", M)),
    (f"Mira Danforth met Oskar Brandt on Monday. “{WAIT}” she said.", (WAIT, "she", M)),
    (f"Mira Danforth met Oskar Brandt on Monday. “{WAIT}” he said.", (WAIT, "he", O)),
    (f"Oskar Brandt met Tomas Veld on Monday. “{WAIT}” he said.", (WAIT, "he", O)),
    (f"Mira Danforth said the talks were open. Oskar Brandt was there. “{WAIT}” she said.", (WAIT, "she", M)),
    ("Mira Danforth said the talks were open. She added: “We will wait.”", ("We will wait.", "She", M)),
    ("Oskar Brandt said the talks were open. He added, “We will wait.”", ("We will wait.", "He", O)),
    ("“No,” said Oskar Brandt. “It is late,” he added.", ("No,", O), ("It is late,", "he", O)),
    ("“No,” said Oskar Brandt.\n\n“It is late,” he added.\n\n“We will go,” he said.", ("No,", O), ("It is late,", "he", O), ("We will go,", "he", O)),
    fails("a name of unknown gender takes any pronoun", "“No,” said Mira Danforth. “Yes,” said Oskar Brandt. “It is late,” she answered.", ("No,", M), ("Yes,", O), ("It is late,", "she", M)),
    ("Mira Danforth, who met Oskar Brandt, said the talks were open. “We will wait,” she said.", ("We will wait,", "she", M)),
    ("After Oskar Brandt left, Mira Danforth stayed. “We will wait,” she said.", ("We will wait,", "she", M)),
    ("When she met reporters, Mira Danforth said: “We will wait.”", ("We will wait.", M)),
    ("Foreign Minister Mira Danforth flew home. “We will wait,” she said.", ("We will wait,", "she", M)),
    ("The Harbour Union met on Monday. “We will wait,” it said in a statement.", ("We will wait,", "it", "Harbour Union")),
    ("Mira Danforth met the Harbour Union. “We will wait,” it said later.", ("We will wait,", "it", "Harbour Union")),
    (f"“No,” said Kwaben Odarie.\n\nThe keeper, Mira Danforth, said she had heard of it. “{WAIT}” she said.", ("No,", "Kwaben Odarie"), (WAIT, "she", M)),
    ("The talks were led by Mira Danforth, an engineer and envoy at Harn, who said: “We will wait.”", ("We will wait.", "who", M)),
    ("Mira Danforth said she was “glad.”", ("glad.", M)),
    ("Mira Danforth spoke on Monday. In her speech she called it “a gift.”", ("a gift.", "she", M)),
    ("Mira Danforth spoke on Monday. Speaking in Lund, she said: “We will wait.”", ("We will wait.", "she", M)),
    ("Mira Danforth met Oskar Brandt. She told him: “We will wait.”", ("We will wait.", "She", M)),
    ("Mira Danforth met Oskar Brandt. He told her: “We will wait.”", ("We will wait.", "He", O)),
    ("Senior officials met in Lund. “We will wait,” they said.", ("We will wait,", "they", None)),
    # A name that is only met behind “in” and “at”, or where any word is capitalised, is no person.
    ("Oskar Brandt runs the ferries. Life in Quorley is quiet. Quorley has one road. “We will wait,” he said.", ("We will wait,", "he", O)),
    ("Oskar Brandt runs the ferries. Audiences may follow him to the hall. “We will wait,” he said.", ("We will wait,", "he", O)),
    ("Twenty-two years ago, a Harbour Times article praised Oskar Brandt. Two times he wrote back. “He is late,” the article read.", ("He is late,", "the article", "Harbour Times")),
    ("Mira Danforth had a question for the mayor. “It is late,” she said. “We will wait,” the mayor said.", ("It is late,", "she", M), ("We will wait,", "the mayor", None)),
    # Nor does anybody speak of, or to, themselves by name.
    ("Oskar Brandt spoke on Monday. He was asked about Tomas Veld. “We will wait,” he said of Veld.", ("We will wait,", "he", O)),
    ("Mira Danforth lost the vote in May. Her campaign sued the council. “We were first,” her campaign said.", ("We were first,", "her campaign", "Mira Danforth’s campaign")),
    ("Harbour Insider printed it on Monday. “We stand by it,” the company said.", ("We stand by it,", "the company", "Harbour Insider")),
]
GENDER = [
    (f"Lady Sorokan met Lord Tazari. “{WAIT}” she said.", (WAIT, "she", "Sorokan")),
    (f"Mr. Sorokan met Ms. Tazari. “{WAIT}” she said.", (WAIT, "she", "Tazari")),
    (f"Ms. Sorokan met Mr. Tazari. “{WAIT}” he said.", (WAIT, "he", "Tazari")),
    (f"Spokeswoman Ilya Sorokan met Oskar Brandt. “{WAIT}” she said.", (WAIT, "she", "Ilya Sorokan")),
    (f"Congressman Bo Veld met Mira Danforth. “{WAIT}” he said.", (WAIT, "he", "Bo Veld")),
    (f"Anna Sorokan met Peter Tazari. “{WAIT}” he said.", (WAIT, "he", "Peter Tazari")),
    (f"Peter Tazari met Anna Sorokan. “{WAIT}” she said.", (WAIT, "she", "Anna Sorokan")),
    (f"Peter Tazari thanked the envoy, Anna Sorokan. “{WAIT}” he said.", (WAIT, "he", "Peter Tazari")),
    (f"Yuli Sorokan said her side was ready. Peter Tazari agreed. “{WAIT}” she said.", (WAIT, "she", "Yuli Sorokan")),
]
SURNAMES = [
    ("Otto Danforth was with his wife, Mira Danforth. On Monday he met reporters in Lund. “We will wait,” Danforth said.", ("We will wait,", "Danforth", "Otto Danforth")),
    ("Mira Danforth met reporters. “We will wait,” Danforth said.", ("We will wait,", "Danforth", M)),
    ("Mira Danforth met reporters. “We will wait,” said Ms. Danforth.", ("We will wait,", "Danforth", M)),
    ("Mira Danforth met reporters. “We will wait,” said Minister Danforth.", ("We will wait,", "Danforth", M)),
    ("Mira Danforth met reporters. “We will wait,” Mira said.", ("We will wait,", "Mira", M)),
    ("“We will wait,” Danforth said.\n\nMira Danforth is an envoy.", ("We will wait,", "Danforth", M)),
    ("Mira Danforth met Oskar Brandt. “No,” Danforth said. “Yes,” said Brandt.", ("No,", "Danforth", M), ("Yes,", "Brandt", O)),
    ("“We will wait,” Danforth said.", ("We will wait,", "Danforth")),
    ("“We will wait,” Ms. Danforth said.", ("We will wait,", "Danforth")),
    ("Mira Danforth’s campaign met in Lund. “We will wait,” Danforth’s campaign said.", ("We will wait,", "Danforth’s campaign", "Danforth’s campaign")),
    ("Mira Danforth’s brother met reporters. “We will wait,” he said.", ("We will wait,", "he", None)),
    ("Mira Danforth was in Lund. “We will wait,” said a spokesman for Danforth.", ("We will wait,", "spokesman", None)),
    ("Mira Danforth was in Lund. “We will wait,” Danforth’s spokesman said.", ("We will wait,", "spokesman", None)),
    ("Mira Danforth was in Lund. “We will wait,” Danforth spokesman Oskar Brandt said.", ("We will wait,", O)),
    ("Mira Danforth was in Lund. “We will wait,” her spokesman said.", ("We will wait,", "spokesman", None)),
    ("Mira Danforth was in Lund. “We will wait,” her spokesman, Oskar Brandt, said.", ("We will wait,", ("spokesman", O), O)),
]
NAMESAKES = [
    ("Amelia Brandt was three. Her mother, Jane Brandt, said it was late.\n\n“We go,” Mrs Brandt said.", ("We go,", "Mrs Brandt", "Jane Brandt")),
    ("Mira Danforth met Paul Danforth. “No,” Mira Danforth said. “Yes,” said Paul Danforth.", ("No,", M), ("Yes,", "Paul Danforth")),
    ("Mary Danforth met Paul Danforth. “No,” Ms. Danforth said. “Yes,” said Mr. Danforth.", ("No,", "Danforth", "Mary Danforth"), ("Yes,", "Danforth", "Paul Danforth")),
    ("Mary Danforth met Paul Danforth. “No,” Mary said. “Yes,” said Paul.", ("No,", "Mary", "Mary Danforth"), ("Yes,", "Paul", "Paul Danforth")),
    ("Mary Danforth and her husband Paul Danforth came. “No,” Mrs. Danforth said.", ("No,", "Danforth", "Mary Danforth")),
    ("President Ole Brandt met Senator Tom Brandt. “No,” President Brandt said. “Yes,” said Senator Brandt.", ("No,", "Brandt", "Ole Brandt"), ("Yes,", "Brandt", "Tom Brandt")),
    ("Mary Danforth met Oskar Danforth Brandt. “No,” Danforth said.", ("No,", "Danforth", "Mary Danforth")),
]
ROLES = [
    ("“No,” said Mira Danforth.\n\nThe representative of Velmora said the plan was “late”.", ("No,", M), ("late", "representative", None)),
    ("“No,” said Mira Danforth. A diplomat said members were late. “It is dark,” the diplomat said.", ("No,", M), ("It is dark,", "diplomat", None)),
    ("The representative of Lund, Mira Danforth, rose.\n\nThe representative of Velmora said the plan was “late”.", ("late", "representative", None)),
    ("The representative of Velmora, Mira Danforth, rose.\n\nThe representative of Velmora said the plan was “late”.", ("late", "representative", M)),
    ("Velmora’s ambassador, Mira Danforth, rose.\n\nThe Velmoran ambassador said the plan was “late”.", ("late", "ambassador", M)),
    ("Mira Danforth saw the wreck in May.\n\n“We will wait,” the 44-year-old said.", ("We will wait,", "44-year-old", M)),
    ("Prime Minister Mira Danforth met Oskar Brandt. Brandt left. The prime minister said: “We go.”", ("We go.", "prime minister", M)),
    ("The Prime Minister, Mira Danforth, met Oskar Brandt.\n\n“We go,” the Prime Minister said.", ("We go,", "Prime Minister", M)),
    (f"“No,” Oskar Brandt told reporters.\n\nBrandt’s spokeswoman, Mira Danforth, confirmed it. “{WAIT}” the spokeswoman said.", ("No,", O), (WAIT, "the spokeswoman", M)),
    ("Foreign Minister Mira Danforth met reporters. “We will wait,” the minister said.", ("We will wait,", "minister", M)),
    ("Foreign Minister Mira Danforth met reporters. “We will wait,” said the foreign minister.", ("We will wait,", "minister", M)),
    ("Mira Danforth, the envoy, met reporters. “We will wait,” the envoy said.", ("We will wait,", "envoy", M)),
    ("Mira Danforth, Veldania’s envoy, met reporters. “We will wait,” the envoy said.", ("We will wait,", "envoy", M)),
    ("The envoy, Mira Danforth, met reporters. “We will wait,” the envoy said.", ("We will wait,", "envoy", M)),
    ("President Oskar Brandt met Foreign Minister Mira Danforth. “No,” the president said. “Yes,” said the minister.", ("No,", "president", O), ("Yes,", "minister", M)),
    ("President Oskar Brandt met Foreign Minister Mira Danforth. “We will wait,” the minister said.", ("We will wait,", "minister", M)),
    ("Mira Danforth, a senator from Lund, rose. “We will wait,” the senator said.", ("We will wait,", "senator", M)),
    ("Mira Danforth, 44, a mother of three, rose. “We will wait,” the 44-year-old said.", ("We will wait,", "44-year-old", M)),
    ("Mira Danforth, 44, and Oskar Brandt, 61, met. “We will wait,” the 61-year-old said. “No,” said the 44-year-old.", ("We will wait,", "61-year-old", O), ("No,", "44-year-old", M)),
    ("“We will wait,” said a student named Mira.", ("We will wait,", "student", "Mira")),
    ("“We will wait,” said a woman who identified herself only as Mira.", ("We will wait,", "woman", "Mira")),
    ("“We will wait,” said a protester using the pseudonym Mira.", ("We will wait,", "protester", "Mira")),
    ("“We will wait,” said a source who identified Mira Danforth.", ("We will wait,", "source", None)),
    ("Foreign Minister Mira Danforth said the president called it “late”.", ("late", "president", None)),
    ("Foreign Minister Mira Danforth came. The president called it “late”.", ("late", "president", None)),
    ("“We will wait,” the envoy, Mira Danforth, said.", ("We will wait,", "envoy", M)),
    ("“We will wait,” envoy Mira Danforth said.", ("We will wait,", M)),
    ("Mira Danforth is the mayor of Lund. “We will wait,” the mayor said.", ("We will wait,", "mayor", M)),
    ("The mayor of Lund was there. “We will wait,” the mayor said.", ("We will wait,", "mayor", None)),
    ("Mira Danforth was in Lund. “We will wait,” said a minister.", ("We will wait,", "minister", None)),
    ("Mira Danforth was in Lund. “We will wait,” said an aide.", ("We will wait,", "aide", None)),
    ("Mira Danforth, a spokeswoman, was in Lund. “We will wait,” said another spokeswoman.", ("We will wait,", "spokeswoman", None)),
]
BODIES = [
    ("“We will wait,” the Foreign Ministry said.", ("We will wait,", "Foreign Ministry")),
    ("“We will wait,” Norway’s Foreign Ministry said.", ("We will wait,", "Foreign Ministry", "Norway’s Foreign Ministry")),
    ("“We will wait,” the Norwegian Foreign Ministry said.", ("We will wait,", "Foreign Ministry", "Norwegian Foreign Ministry")),
    ("“We will wait,” the Ministry of Trade said in a statement.", ("We will wait,", "Ministry of Trade")),
    ("The Harbour Trade Union (HTU) met. “We will wait,” the HTU said.", ("We will wait,", "HTU", "Harbour Trade Union")),
    ("The Harbour Trade Union met. “We will wait,” HTU said.", ("We will wait,", "HTU", "Harbour Trade Union")),
    ("The Foreign Ministry said it was late.\n\nThe refugee agency, UNHCR, said it was “dark”.", ("dark", "refugee agency", "UNHCR")),
    ("A Velmoran company said it was late. “We go,” the company said.", ("We go,", "company", None)),
    ("The FTC met in Lund. “We will wait,” the commission said.", ("We will wait,", "commission", "FTC")),
    ("Harbour Airport was closed. “We will wait,” the army said.", ("We will wait,", "army", None)),
    ("The Harbour Union met. “We will wait,” the union said.", ("We will wait,", "union", "Harbour Union")),
    ("The Ministry of Trade met. “We will wait,” the ministry said.", ("We will wait,", "ministry", "Ministry of Trade")),
    ("“We will wait,” a statement by the Ministry of Trade said.", ("We will wait,", ("statement", "Ministry of Trade"), "Ministry of Trade")),
    ("The Ministry of Trade issued a statement. “We will wait,” the statement said.", ("We will wait,", "statement", "Ministry of Trade")),
    ("“We will wait,” the Harbour Union said in a report.", ("We will wait,", "Harbour Union")),
    ("“We will wait,” said the United Nations.", ("We will wait,", "United Nations")),
]
GOVERNMENTS = [
    ("Oslo said it would “wait and see.”", ("wait and see.", "Oslo")),
    ("Norway said it would “wait and see.”", ("wait and see.", "Norway")),
    ("“We will wait,” Norway said.", ("We will wait,", "Norway")),
    ("“We will wait,” the Norwegian government said.", ("We will wait,", "Norwegian government", "Norwegian government")),
    ("The Kremlin called the talks “open.”", ("open.", "Kremlin")),
    ("The White House called the talks “open.”", ("open.", "White House")),
    ("Downing Street called the talks “open.”", ("open.", "Downing Street")),
    ("Oslo called the talks “open” while Lima called them “closed.”", ("open", "Oslo"), ("closed.", "Lima")),
    ("“We will wait,” Mira Danforth said in Oslo.", ("We will wait,", M)),
    ("In Oslo, Mira Danforth said: “We will wait.”", ("We will wait.", M)),
]
NAMES = [
    ("“We will wait,” said Karim bin Tazari.", ("We will wait,", "Karim bin Tazari")),
    ("“We will wait,” said Lena von Abrial.", ("We will wait,", "Lena von Abrial")),
    ("“We will wait,” said Lena de la Torre.", ("We will wait,", "Lena de la Torre")),
    ("“We will wait,” said Tomas van der Veld.", ("We will wait,", "Tomas van der Veld")),
    ("“We will wait,” said Nour al-Tazari.", ("We will wait,", "Nour al-Tazari")),
    ("“We will wait,” said Nour Al-Tazari.", ("We will wait,", "Nour Al-Tazari")),
    ("“We will wait,” said Mira Danforth-Brandt.", ("We will wait,", "Mira Danforth-Brandt")),
    ("“We will wait,” said Anne-Lise Veld.", ("We will wait,", "Anne-Lise Veld")),
    ("“We will wait,” said Mira O’Danforth.", ("We will wait,", "Mira O’Danforth")),
    ("“We will wait,” said Mira McDanforth.", ("We will wait,", "Mira McDanforth")),
    ("“We will wait,” said Mira J. Danforth.", ("We will wait,", "Mira J. Danforth")),
    ("“We will wait,” said M. J. Danforth.", ("We will wait,", "M. J. Danforth")),
    ("“We will wait,” said M.J. Danforth.", ("We will wait,", "M.J. Danforth")),
    ("“We will wait,” Mira J. Danforth said. “It is late,” said Danforth.", ("We will wait,", "Mira J. Danforth"), ("It is late,", "Danforth", "Mira J. Danforth")),
    fails("the dot of Jr. at the end of a sentence", "“We will wait,” said Oskar Brandt Jr.", ("We will wait,", "Oskar Brandt", "Oskar Brandt Jr.")),
    ("“We will wait,” said Oskar Brandt III.", ("We will wait,", "Oskar Brandt", "Oskar Brandt III")),
    ("“We will wait,” said Dr. Mira Danforth.", ("We will wait,", M)),
    ("“We will wait,” said Prime Minister-designate Mira Danforth.", ("We will wait,", M)),
    ("Oskar “the Ox” Brandt said: “We will wait.”", ("the Ox", None), ("We will wait.", "Brandt", "Oskar “Ox” Brandt")),
    ("The ferries stop in June. “We will wait,” said Brandt.", ("We will wait,", "Brandt")),
    ("“We will wait,” said Sir Oskar Brandt.", ("We will wait,", O)),
    ("“We will wait,” said Professor Mira Danforth.", ("We will wait,", M)),
    ("“We will wait,” said Lt. Col. Mira Danforth.", ("We will wait,", M)),
    ("“We will wait,” said Sen. Mira Danforth (R-Lund).", ("We will wait,", M)),
    ("“We will wait,” said MIRA DANFORTH.", ("We will wait,", "MIRA DANFORTH", M)),
    ("“We will wait,” said Seo Ji-won. “It is late,” Seo said.", ("We will wait,", "Seo Ji-won"), ("It is late,", "Seo", "Seo Ji-won")),
    ("“We will wait,” said Zoë Ångström.", ("We will wait,", "Zoë Ångström")),
    ("“We will wait,” said Šárka Čapová.", ("We will wait,", "Šárka Čapová")),
    ("“We will wait,” said Tatu.", ("We will wait,", "Tatu")),
    ("“We will wait,” said Mira “Mimi” Danforth.", ("We will wait,", "Danforth", "Mira “Mimi” Danforth"), ("Mimi", None)),
    ("“We will wait,” said President-elect Mira Danforth.", ("We will wait,", M)),
    ("“We will wait,” said Vice President Mira Danforth.", ("We will wait,", M)),
    ("“We will wait,” said former president Mira Danforth.", ("We will wait,", M)),
    ("“We will wait,” said Norwegian Prime Minister Mira Danforth.", ("We will wait,", M)),
    ("“We will wait,” said Trade Ministry spokesman Oskar Brandt.", ("We will wait,", O)),
    ("“We will wait,” said Lund Mayor Mira Danforth.", ("We will wait,", M)),
    ("“We will wait,” said Harbour Union leader Mira Danforth.", ("We will wait,", M)),
    ("“We will wait,” said Lund Herald reporter Mira Danforth.", ("We will wait,", M)),
    fails("a name of words that mean something else", "“We will wait,” said Will May.", ("We will wait,", "Will May")),
    ("“We will wait,” said Grace Bishop.", ("We will wait,", "Grace Bishop")),
    ("“We will wait,” said June Baker.", ("We will wait,", "June Baker")),
    ("“We will wait,” said King Olaf.", ("We will wait,", "Olaf")),
]
KINDS = [
    ("“We will wait,” said Mira Danforth.", "person"),
    ("“We will wait,” said the Ministry of Trade.", "organisation"),
    ("Norway said it would “wait and see.”", "government"),
    ("Oslo said it would “wait and see.”", "government"),
    ("“We will wait,” said a senior official.", "unnamed"),
    ("“We will wait,” the crowd chanted.", "unnamed"),
    ("“We will wait,” Republicans said.", "group"),
]
# fmt: on


@pytest.mark.parametrize("case", PRONOUNS, ids=name)
def test_pronouns(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", GENDER, ids=name)
def test_gender_tells_one_from_the_other(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", SURNAMES, ids=name)
def test_short_names(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", NAMESAKES, ids=name)
def test_two_of_one_name(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", ROLES, ids=name)
def test_roles(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", BODIES, ids=name)
def test_ministries_and_other_bodies(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", GOVERNMENTS, ids=name)
def test_governments_by_capital_and_seat(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", NAMES, ids=name)
def test_names_of_all_forms(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", KINDS, ids=name)
def test_what_kind_of_speaker_it_is(case: Any) -> None:
    text, kind = case
    (a,) = extract(text).attributions
    assert a.speaker_kind == kind


@pytest.mark.parametrize(
    "text",
    ["The statement by the statement said “we go.”", "“We go,” the report by the letter by the report said."],
)
def test_a_document_by_itself_is_nobodys(text: str) -> None:
    (a,) = extract(text)
    assert a.speaker is None


def test_the_antecedent_is_the_words_of_the_name() -> None:
    text = "Mira Danforth met Oskar Brandt. “We will wait,” she said."
    (a,) = extract(text).attributions
    assert a.antecedent is not None
    assert a.antecedent.of(text) == M


def test_a_name_has_no_antecedent_but_itself() -> None:
    (a,) = extract("“We will wait,” said Mira Danforth.").attributions
    assert a.antecedent is None


@pytest.mark.parametrize(("paragraphs", "speaker"), [(10, M), (5_000, "Danforth")])
def test_a_first_name_is_searched_near_where_the_surname_stands(paragraphs: int, speaker: str) -> None:
    between = "\n\nIt rained." * paragraphs  # whoever searched all of a long text for each name would be slow
    text = f"“{WAIT}” said Danforth.{between}\n\n“We like Mira Danforth very much,” said Oskar Brandt."
    assert [a.speaker for a in extract(text)] == [speaker, O]
