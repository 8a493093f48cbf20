"""Words that somebody else tells: quoted, recalled, claimed, cited, and named after whose they were."""

# ruff: noqa: E501 - a case a line reads best

from __future__ import annotations

from typing import Any

import pytest

from .cases import check, fails, name

M = "Mira Danforth"
O = "Oskar Brandt"  # noqa: E741 - the other one of two

# fmt: off
TOLD = [
    ("Mira Danforth recalled that Oskar Brandt had once told her, “Never sign at night.”", ("Never sign at night.", O)),
    ("Mira Danforth said the late president, Oskar Brandt, told her: “Never sign at night.”", ("Never sign at night.", O)),
    ("Mira Danforth said that President Oskar Brandt had assured her that “nobody is left behind”.", ("nobody is left behind", O)),
    ("Mira Danforth quoted President Oskar Brandt as having said “nobody is left behind”.", ("nobody is left behind", O)),
    ("Mira Danforth remembered her father telling her: “Never sign at night.”", ("Never sign at night.", "her father", None)),
    ("Mira Danforth heard Oskar Brandt say “enough” and left.", ("enough", O)),
    ("According to Mira Danforth, Oskar Brandt told the cabinet: “Nobody is left behind.”", ("Nobody is left behind.", O)),
    fails("an agent that is a pronoun", "Mira Danforth’s envoy, Oskar Brandt, was told by her that it was “late”.", ("late", "her", M)),
]
CLAIMED = [
    ("Asked about remarks by Mira Danforth that the deal was “a fraud”, Oskar Brandt said no.", ("a fraud", M)),
    ("Oskar Brandt rejected a claim by Mira Danforth that the deal was “a fraud”.", ("a fraud", M)),
    ("Judges accused Oskar Brandt of fraud, a charge Mira Danforth dismissed as “absurd”.", ("absurd", M)),
    ("Mira Danforth rejected Oskar Brandt’s claim that the deal was “a fraud”.", ("a fraud", "Oskar Brandt’s claim", O)),
    ("Mira Danforth repeated Oskar Brandt’s warning that the deal was “a fraud”.", ("a fraud", "Oskar Brandt’s warning", O)),
    ("Oskar Brandt’s remark that the deal was “a fraud” angered Mira Danforth.", ("a fraud", "Oskar Brandt’s remark", O)),
    ("Mira Danforth said Oskar Brandt’s claim that she had left was “not true”.", ("not true", M)),
]
REPUTED = [
    ("Mira Danforth is said to have told aides: “We cannot pay.”", ("We cannot pay.", M)),
    ("Mira Danforth is reported to have said: “Enough.”", ("Enough.", M)),
    ("“Enough,” Mira Danforth was heard to say as she left.", ("Enough,", M)),
    ("Mira Danforth was forced to admit that it was “late”.", ("late", M)),
]
CITED = [
    ("“Enough is enough,” reported the agency, citing Mira Danforth.", ("Enough is enough,", M)),
    ("“Enough is enough,” the agency reported, quoting Mira Danforth.", ("Enough is enough,", M)),
    ("“Enough is enough,” Mira Danforth said, according to the agency.", ("Enough is enough,", M)),
    ("“Enough is enough,” Mira Danforth said, citing a report by Oskar Brandt.", ("Enough is enough,", M)),
    ("“Enough is enough,” the agency reported, citing a statement.", ("Enough is enough,", "agency", None)),
]
NAMED_AFTER = [
    ("“No comment,” came the reply from Mira Danforth.", ("No comment,", M)),
    ("“No comment” was Mira Danforth’s answer to the council.", ("No comment", "Mira Danforth’s answer", M)),
    ("“No comment” is what Mira Danforth told the council.", ("No comment", M)),
    ("“Stop the war.” Those were the words of Mira Danforth on Monday.", ("Stop the war.", M)),
    ("“Stop the war.” So said Mira Danforth on Monday.", ("Stop the war.", M)),
]
VIEWS = [
    ("For Mira Danforth, the lesson is simple: “Trust nobody.”", ("Trust nobody.", M)),
    ("To Mira Danforth, the vote is “a farce”.", ("a farce", M)),
    ("In Mira Danforth’s view, the vote is “a farce”.", ("a farce", "Mira Danforth’s view", M)),
    ("The vote is “a farce”, in Mira Danforth’s view.", ("a farce", "Mira Danforth’s view", M)),
    ("In Velmora, the plan is “a farce”.", ("a farce", None)),
]
LABELS = [
    ("Calling the vote “a farce”, Mira Danforth walked out.", ("a farce", M)),
    ("Mira Danforth, calling the vote “a farce”, walked out.", ("a farce", M)),
    ("Mira Danforth praised Oskar Brandt, calling him “a friend”.", ("a friend", M)),
    ("Mira Danforth has since called the vote “a farce”.", ("a farce", M)),
    ("Mira Danforth once called the vote “a farce”.", ("a farce", M)),
    ("Oskar Brandt, once called “the conscience of the party” by Mira Danforth, resigned.", ("the conscience of the party", M)),
    ("The plan is, says Mira Danforth of the Harbour Institute, “dead on arrival”.", ("dead on arrival", M)),
]
DOCUMENTS = [
    ("Following is a statement by Foreign Minister Mira Danforth:\n\n“We condemn the attack.”", ("We condemn the attack.", M)),
    ("Statement by Foreign Minister Mira Danforth on the attack\n\n“We condemn the attack.”", ("We condemn the attack.", M)),
    ("Remarks by Mira Danforth at the joint press conference\n\n“Thank you. It is a great day.”", ("Thank you. It is a great day.", M)),
    ("A house by Mira Danforth for the harbour\n\n“Thank you. It is a great day.”", ("Thank you. It is a great day.", None)),
    ("The report, published on Monday by the Harbour Institute, found “systematic abuses”.", ("systematic abuses", "report", "Harbour Institute")),
    ("The letter, published on Monday by the Harbour Herald, found “systematic abuses”.", ("systematic abuses", "letter", None)),
    ("The lawsuit, filed by the Harbour Institute, accuses the city of “neglect”.", ("neglect", "lawsuit", "Harbour Institute")),
    ("The resolution, tabled by Velmora, “deplores the loss of life”.", ("deplores the loss of life", "resolution", "Velmora")),
    ("A leaked cable from the Velmoran embassy describes the premier as “tired”.", ("tired", "cable", "Velmoran embassy")),
    ("Marchers carried a sign reading “No more boats”.", ("No more boats", "sign", None)),
    ("Mira Danforth held a placard that said “No more boats”.", ("No more boats", "placard", None)),
    ("The harbour office issued a statement that a clerk had been hurt: “There was an attack on a clerk.”", ("There was an attack on a clerk.", "harbour office", None)),
    ("Oskar Brandt is the judge. Part of the judge’s statement reads: “We will wait.”", ("We will wait.", "Part", O)),
    fails("a body's letter that is told of without its name", "The ministry’s statement read: “The border stays closed.”", ("The border stays closed.", "statement", "ministry")),
]
# fmt: on


@pytest.mark.parametrize("case", TOLD, ids=name)
def test_whoever_is_said_to_have_told_it_is_the_speaker(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", CLAIMED, ids=name)
def test_a_claim_is_whose_it_is(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", REPUTED, ids=name)
def test_reputed_words(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", CITED, ids=name)
def test_whom_an_agency_cites_is_the_speaker(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", NAMED_AFTER, ids=name)
def test_named_behind_the_words(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", VIEWS, ids=name)
def test_views(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", LABELS, ids=name)
def test_what_somebody_calls_a_thing(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", DOCUMENTS, ids=name)
def test_whose_a_document_is(case: Any) -> None:
    check(*case)
