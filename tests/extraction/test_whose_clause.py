"""Whose words they are where a sentence has several clauses, and several who do or say something in it."""

# ruff: noqa: E501 - a case a line reads best

from __future__ import annotations

from typing import Any

import pytest

from .cases import check, name

M = "Mira Danforth"
O = "Oskar Brandt"  # noqa: E741 - the other one of two

# fmt: off
INNER = [
    ("Mira Danforth signed a deal that Oskar Brandt called “a theft”.", ("a theft", O)),
    ("Mira Danforth wanted a deal that critics said was “a theft”.", ("a theft", "critics", None)),
    ("Mira Danforth hopes for a deal that Oskar Brandt says is “a theft”.", ("a theft", O)),
    ("Mira Danforth left the hall after Oskar Brandt called the plan “a theft”.", ("a theft", O)),
    ("The council closed the pool, ending a fight that one councillor said had “split families”.", ("split families", "one councillor", None)),
    ("The book was challenged by Mira Danforth, who said a talking pig is “an insult”.", ("an insult", "who", M)),
    ("Oskar Brandt described a teacher who said, “We will wait.”", ("We will wait.", "who", None)),
    ("Oskar Brandt sold it to a firm that calls itself “a friend”.", ("a friend", "a firm", None)),
    ("A former official who knew the land, speaking on condition of anonymity, said that it was “late”.", ("late", "A former official", None)),
    ("Mira Danforth said no, but her aide sent an answer: “We are going.”", ("We are going.", "her aide", None)),
    ("Mira Danforth said that critics of the plan were “late”.", ("late", M)),
]
SECOND = [
    ("It is a plan that Mira Danforth called “a gift” and that Oskar Brandt calls “a theft”.", ("a gift", M), ("a theft", O)),
    ("Mira Danforth called it “a gift,” while Oskar Brandt warned of “a theft”.", ("a gift,", M), ("a theft", O)),
    ("Mira Danforth noted that it had become “a gift”, while Oskar Brandt spoke of “a theft”.", ("a gift", M), ("a theft", O)),
    ("In a speech that Oskar Brandt called “dull,” Mira Danforth spoke of “a start”.", ("dull,", O), ("a start", M)),
    ("Mira Danforth said it was “a gift” and would be “a start”.", ("a gift", M), ("a start", M)),
]
RELATIVE = [
    ("Mira Danforth, who calls herself “a friend”, said the harbour was closed “for good”.", ("a friend", "who", M), ("for good", M, M, "said")),
    ("The minister, who has called the deal “a farce,” said the harbour was closed “for good”.", ("a farce,", "who", None), ("for good", "The minister", None, "said")),
    ("Mira Danforth, who arrived in Lund promising “a start”, left on Monday.", ("a start", "who", M)),
    ("Oskar Brandt spoke. Those who call it “a theft” left.", ("a theft", None)),
]
OBJECTS = [
    ("Oskar Brandt called it “late”, prompting Mira Danforth to urge him to “wait and see”.", ("late", O), ("wait and see", M)),
    ("The leak led Mira Danforth to call the plan “a theft”.", ("a theft", M)),
    ("Mira Danforth asked Oskar Brandt for leave to call the plan “a theft”.", ("a theft", M)),
    ("Reporters heard Mira Danforth say, “We will wait.”", ("We will wait.", M)),
    ("Witnesses saw Mira Danforth shout “Open the gate!”", ("Open the gate!", M)),
    ("Oskar Brandt quoted a farmer saying, “We will wait.”", ("We will wait.", "a farmer", None)),
    ("The agency quoted Mira Danforth as warning that it was “late”.", ("late", M)),
    ("Villagers were told to “leave at once”.", ("leave at once", None)),
    ("Oskar Brandt was told by Mira Danforth that it was “over”.", ("over", M)),
    ("Oskar Brandt was warned by Mira Danforth: “It is late.”", ("It is late.", M)),
    ("Oskar Brandt was urged by Mira Danforth to “wait and see”.", ("wait and see", M)),
    ("Oskar Brandt was asked: “Is it late?”", ("Is it late?", None)),
    ("Mira Danforth was told of the plan and called it “a theft”.", ("a theft", M)),
    ("Mira Danforth was arrested, accused of “writing to the enemy”.", ("writing to the enemy", None)),
    ("Oskar Brandt was accused of “spying” by Mira Danforth.", ("spying", M)),
]
ANSWERS = [
    ("“A triumph,” was the verdict of the critic Mira Danforth.", ("A triumph,", "the critic Mira Danforth", M)),
    ("“A triumph” was the response from Mira Danforth.", ("A triumph", M)),
    ("“A triumph” was Mira Danforth’s response to Oskar Brandt.", ("A triumph", "Mira Danforth’s response", M)),
    ("Mira Danforth’s answer was “Oh, Lord.”", ("Oh, Lord.", "Mira Danforth’s answer", M)),
    ("The verdict of Mira Danforth was “a mess”.", ("a mess", M)),
    ("Oskar Brandt recalled that Mira Danforth had liked to say that “all roads lead to Lund”.", ("all roads lead to Lund", M)),
    ("The following statement was issued today by Mira Danforth: “We reaffirm the plan.”", ("We reaffirm the plan.", M)),
    ("Following is the text of a joint statement by Mira Danforth:\n\n“We reaffirm the plan.”", ("We reaffirm the plan.", M)),
]
ASIDES = [
    ("The talks were described by the Velmoran side as “a hostile act”.", ("a hostile act", "the Velmoran side", None)),
    ("Critics, including the editor Mira Danforth, say it is “a lie”.", ("a lie", "Critics", None)),
    ("Mira Danforth -- also a farmer -- told him “we will wait”.", ("we will wait", M)),
    ("“If I may,” said the interpreter, a small woman in grey, “he did not say that.”", (("If I may,", "he did not say that."), "the interpreter", None)),
    ("The minister claims that the plan is “a theft”.", ("a theft", "The minister", None, "claims")),
    ("The manifesto promises “a new start for all”.", ("a new start for all", "The manifesto", None, "promises")),
    ("Mira Danforth’s claims that the plan is “a theft” were denied.", ("a theft", "Mira Danforth’s claims", M)),
]
DEEDS = [
    ("The Secretary-General, in a statement, “strongly condemns” the attack.", ("strongly condemns", "The Secretary-General", None)),
    ("The council, in a statement issued by its clerk, “strongly condemns” the plan.", ("strongly condemns", "The council", None)),
    ("On Monday, Mira Danforth “urged both sides to wait”.", ("urged both sides to wait", M)),
    ("In a statement, the council of Lund “deplored the loss of life”.", ("deplored the loss of life", "the council of Lund", None)),
    ("Mira Danforth “condemned the attack”, Oskar Brandt said.", ("condemned the attack", O)),
    ("Mira Danforth “lied to parliament”.", ("lied to parliament", None)),
]
HERSELF = [
    ("Mira Danforth herself called the talks “a circus”.", ("a circus", M)),
    ("“We will wait,” Mira Danforth herself said.", ("We will wait,", M)),
    ("The minister himself said the talks were “a circus”.", ("a circus", "The minister", None)),
]
CLAIMS = [
    ("In response to Oskar Brandt’s claim that it was “a theft”, Mira Danforth said no.", ("a theft", "Oskar Brandt’s claim", O)),
    ("Asked about Oskar Brandt’s comment that the talks had been “a circus”, Mira Danforth said she had no view.", ("a circus", "Oskar Brandt’s comment", O)),
    ("Mira Danforth rejected Oskar Brandt’s comment that talks were “a circus”.", ("a circus", "Oskar Brandt’s comment", O)),
]
PAPERS = [
    ("A leaked memo seen by the Herald warns of “long delays”.", ("long delays", "A leaked memo", None)),
    ("A letter signed by 40 mayors describes the plan as “a theft”.", ("a theft", "A letter", None)),
    ("Mira Danforth’s ads call Oskar Brandt “a thief”.", ("a thief", "Mira Danforth’s ads", M)),
    ("Mira Danforth spoke. A study found that “most of them” left.", ("most of them", "A study", None)),
    ("Mira Danforth spoke. The study calls the plan “a theft”.", ("a theft", "The study", None)),
    ("Mira Danforth spoke to the council. A statement said it was “late”.", ("late", "A statement", M)),
    ("Oskar Brandt died of what his death certificate calls “several causes”.", ("several causes", "his death certificate", None)),
    ("According to the suit, the council’s chief of staff, Mira Danforth, wrote in an e-mail to Oskar Brandt: “The boss is late.”", ("The boss is late.", "chief", M)),
]
# fmt: on


@pytest.mark.parametrize("case", INNER, ids=name)
def test_whoever_says_it_in_a_clause_of_their_own(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", SECOND, ids=name)
def test_a_second_clause_has_its_own_subject(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", RELATIVE, ids=name)
def test_a_relative_clause_before_the_verb(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", OBJECTS, ids=name)
def test_who_is_made_to_say_it_and_who_hears_it(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", ANSWERS, ids=name)
def test_an_answer_is_whose_it_is(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", ASIDES, ids=name)
def test_what_stands_between_a_subject_and_its_verb(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", DEEDS, ids=name)
def test_a_deed_that_is_done_by_saying_it(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", HERSELF, ids=name)
def test_a_subject_that_is_stressed(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", CLAIMS, ids=name)
def test_a_claim_is_answered(case: Any) -> None:
    check(*case)


@pytest.mark.parametrize("case", PAPERS, ids=name)
def test_papers_speak(case: Any) -> None:
    check(*case)
