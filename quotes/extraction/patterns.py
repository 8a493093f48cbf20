"""The named patterns that tell the source of a quotation, each with what it is for.

A pattern is written over the letters of quotes.extraction.phrases. It is tried just behind the quotation or,
read backwards, up to its opening mark, and names the phrases `src` and, mostly, `cue`.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import regex

# Between a source and its verb: "of the ministry", "in Velmora"; an aside; a relative clause.
_PP: Final = r"O?(?:[if][NDBOxPYfm&]{1,3}){0,4}"
_ASIDE: Final = (
    r"(?:,[^QE.;:\n]{1,40}?,|-[^-QE.;:\n]{1,40}?-|,?[DBN]?w[VvWeGg][^,.:;\nQE]{0,14}(?:,[Gg][^,.:;\nQE]{1,12})?,?|,[if][^,.:;\nQEVvG]{1,8}"
    r"|i[Gg][^,.:;\nQEVv]{1,6}|(?<!P|(?<![if])N)[vV](?:i[NDB]){1,2}|,)?"
)
# A description in apposition ("Mira Danforth, the envoy") is not the source, the name before it is.
SUBJECT: Final = rf"(?<![if]|[if]N&)(?P<src>[NP]|(?<!(?<![if])N,)D){_PP}{_ASIDE}"
_NEAR: Final = r"[^VGIWQ.;\n]{0,40}?"
_FAR: Final = r"[^Q.;\n]{0,60}?"
_BACKWARDS: Final = "(?r)(?:"
_TO_ITS_MARK: Final = r")\Z"


class Pattern(NamedTuple):
    """One named pattern, tried on quotations with the letters in `endings`; `when` shows what it is for."""

    name: str
    behind: bool
    endings: str
    pattern: str
    when: str

    def compiled(self) -> regex.Pattern[str]:
        """Return it ready to match; not made on import, which would take a quarter of its time."""
        return regex.compile(self.pattern)

    def needs(self) -> frozenset[str]:
        """Return letters without which it matches nothing: those in no choice, no option and no class."""
        plain = self.pattern.removeprefix(_BACKWARDS).removesuffix(_TO_ITS_MARK)
        plain = re.sub(r"\[[^]]*\]|\\.", "_", re.sub(r"\(\?P<\w+>(\w)\)", r"\1", plain))
        while "(" in plain:
            plain = re.sub(r"\([^()]*\)", "_", plain)
        return frozenset(re.findall(r"[A-Za-z](?![?*{])", plain))


def _behind(name: str, endings: str, pattern: str, when: str) -> Pattern:
    return Pattern(name, True, endings, pattern, when)


def _before(name: str, pattern: str, when: str) -> Pattern:
    return Pattern(name, False, "qmQE", rf"{_BACKWARDS}{pattern}{_TO_ITS_MARK}", when)


PATTERNS: Final = (
    _behind("after_subject", "qEm", rf"[,-]?{SUBJECT}x?(?P<cue>V)", "“…,” the envoy of Velmora, Mira Danforth, said"),
    _behind("after_subject_did", "qE", rf"{SUBJECT}x?(?P<cue>v)i?(?=[.,\n]|$)", "“…,” she went on"),
    _behind("after_thing", "qEm", rf"[,-]?(?P<src>[BY]){_PP}{_ASIDE}x?(?P<cue>V)", "“…,” it said"),
    _behind("after_verb", "qEm", r"[,-]?(?P<cue>V)[fxv]?(?P<src>[NDB]|[PY](?![vVWe]))", "“…,” said Mira Danforth"),
    _behind("after_both", "qEm", r"[,-]?(?P<src>[NDP])(?:,[ND]){0,3},?&[ND]x?(?P<cue>V)", "“…,” Danforth and Brandt said"),
    _behind("after_stop", "Q", rf"{SUBJECT}(?P<cue>V)(?=[.,\n]|$)", "“….” Danforth said"),
    _behind("after_did", "qE", r"(?P<cue>v)(?P<src>[NP])", "“…!” beamed Mira Danforth"),
    _behind("after_according", "qEm", r",?(?P<cue>A)(?P<src>[NDBO])", "“…,” according to Mira Danforth"),
    _behind("after_according_by", "qEm", r",?(?P<cue>A)[DB]v?[if](?P<src>[ND])",
            "“…,” according to a statement by the ministry"),
    _behind("after_quoted", "qEm", r"[,-]?[NDBPx]{1,3}V(?P<src>[NDPO])[ik](?P<cue>G)",
            "“…,” the agency quoted Danforth as saying"),
    _behind("after_quoted_passive", "qEm", rf"[,-]?{SUBJECT}W(?:(?:i[NDBx]{{1,3}})?[ik](?=G))?(?P<cue>[GI])",
            "“…,” Danforth was quoted as saying; “…,” Danforth was heard to say"),
    _behind("after_citing", "qEm", r"[,-]?(?:V[ND]|[ND]V)[if]?[NDB]?,(?P<cue>G)(?P<src>[ND])",
            "“…,” reported the agency, citing Danforth"),
    _behind("after_came", "qEm", r"[,-]?(?P<cue>v)[DB]i(?P<src>[ND])", "“…,” came the reply from Danforth"),
    _behind("after_passive", "qEm", r"x?[vVx]?(?P<cue>i)(?P<src>[ND])", "was called “…” by Mira Danforth"),
    _behind("after_far", "qmE", rf"[^Q.;\n]{{1,40}}?,{SUBJECT}(?P<cue>V)", "the plan is “…” and late, Danforth said"),
    _behind("after_far_verb", "qmE", r"[^Q.;\n]{1,40}?,(?P<cue>V)(?P<src>[NDPB])", "the plan is “…” and late, said Danforth"),
    _behind("after_far_according", "qmE", r"[^Q.;\n]{1,40}?,?(?P<cue>A)(?P<src>[NDBO])",
            "the plan is “…” and late, according to Danforth"),
    _behind("after_far_according_by", "qmE", r"[^Q.;\n]{1,40}?,?(?P<cue>A)[DB]v?[if](?P<src>[ND])",
            "would “…” soon, according to a statement by the ministry"),
    _behind("after_next_subject", "qmE", r"[gGiVvxDBNOe,]{1,20}?(?<![if])(?P<src>[NP])(?P<cue>[VveW])",
            "Calling it “…” on Monday, Danforth left"),
    _behind("after_as_put", "qmE", r",?k(?P<src>[NDP])(?P<cue>v)Y(?=[.,;\n]|$)", "“…,” as Danforth put it"),
    _behind("after_as", "qmE", r",?k(?P<src>[NDP])(?P<cue>[Vv])", "“…,” as Danforth said"),
    _behind("after_words_of", "qmE", r",?iDf(?P<src>[ND])", "“…,” in the words of Danforth"),
    _behind("after_own_words", "qmE", r",?i(?P<src>D)(?=[.,;\n]|$)", "“…,” in Danforth's words"),
    _behind("after_were_words_of", "QE", r"[BY]eDf(?P<src>[ND])", "“….” Those were the words of Danforth"),
    _behind("after_so_said", "QE", r"k(?P<cue>V)(?P<src>[ND])", "“….” So said Danforth"),
    _behind("after_was_message", "qmE", r"e(?P<src>D)(?=[.,;if\n]|$)", "“…” was Danforth's message"),
    _behind("after_was_what", "qmE", rf"eO(?P<src>[NDP]){_PP}(?P<cue>V)", "“…” is what Danforth said"),
    _behind("after_was_answer_of", "qmE", r",?eD[if](?P<src>[ND])", "“…” was the answer of Danforth"),
    _behind("after_dash", "qmQE", r"[.\n]{0,2}-(?P<src>N)(?:[fi][NDB])?(?:[,.\n]|$)", "“…” — Mira Danforth"),
    _before("before_complement", rf"{SUBJECT}(?P<cue>V)k?[PY][VveWu]{_NEAR}", "Danforth said she hoped for “…”"),
    _before("before_complement_ing", rf"{SUBJECT}[VvWe]{_FAR}(?P<cue>G)k?[PY][VveWu]{_NEAR}",
            "Danforth left, saying she hoped for “…”"),
    _before("before_direct", rf"{SUBJECT}(?P<cue>V)[,:k]{{0,2}}", "Danforth said: “…”; Danforth said that “…”"),
    _before("before_told", rf"(?P<src>N){_PP}{_ASIDE}(?P<cue>V)[NDOB][,:]", "Danforth told the council, “…”"),
    _before("before_assured", rf"(?P<src>N){_PP}{_ASIDE}(?P<cue>V)[NDOB](?:k{_NEAR})?", "Danforth told the council “…”"),
    _before("before_object", rf"{SUBJECT}(?P<cue>V)[NDBOifx]{{1,8}}[,:k]{{1,2}}", "Danforth told the council: “…”"),
    _before("before_colon", rf"{SUBJECT}(?P<cue>[VvWe])[^Q.;:\n]{{0,30}}?:", "Danforth had this to say: “…”"),
    _before("before_statement_that", rf"{SUBJECT}(?P<cue>[Vv])[DB]k[^Q.;:\n]{{1,40}}?:",
            "The ministry issued a statement that the talks had ended: “…”"),
    _before("before_claim_by", rf"[DB]i(?P<src>N){_PP}k{_NEAR}", "Brandt rejected a claim by Danforth that the plan is “…”"),
    _before("before_charge", rf",[DB][wk]?(?P<src>[NDP]){_PP}x?(?P<cue>[Vv])k?",
            "Brandt was accused of fraud, a charge he denies as “…”"),
    _before("before_as_put", r"k(?P<src>[NDP])x?(?P<cue>v)Y,", "As Danforth put it, “…”"),
    _before("before_as", rf"k(?P<src>[NDP]){_PP}{_ASIDE}(?P<cue>[Vv])[^QE.;\n]{{0,12}}?[,:]", "as Danforth said in May, “…”"),
    _before("before_words_of", rf"iDf(?P<src>[ND])(?:,(?:{_NEAR})?)?", "in the words of Danforth, “…”"),
    _before("before_own_words", r"i(?P<src>D),?", "in Danforth's words, “…”"),
    _before("before_from_colon", r"Di(?P<src>[ND]):", "a statement from Danforth: “…”"),
    _before("before_name_colon", r"(?:(?<![if&]|(?:^|[.\nQE])N,)|(?<=(?:^|[.\nQE])&?i))(?P<src>[ND]):", "And from Mira Danforth: “…”"),
    _before("before_label", r"(?<=^|[.\nQE])(?P<src>N),[NDB](?:[if][NDB])*:", "Danforth, Minister of Water: “…”"),
    _before("before_on_colon", r"(?<=^|[.\nQE])(?P<src>[ND]),?i[NDB]{1,3}:", "Danforth, on the plan: “…”"),
    _before("before_for", r"(?<=^|[.\nQE])i(?P<src>N),[BD](?:[^Q.;:\n]{0,10}?:|[^Q.;:\nVvG]{0,8}?ex?)",
            "For Danforth, the lesson is simple: “…”"),
    _before("before_in_view", rf"(?<=^|[.\nQE])i(?P<src>D),{_NEAR}", "In Danforth's view, the plan is “…”"),
    _before("before_calling", r"(?<=^|[.\nQE])(?P<src>[NP]),(?P<cue>G)[NDBOPY](?:[NDBOP]|[if&][NDB]){0,3}[ki]?x?",
            "Danforth, calling the plan “…”, left"),
    _before("before_quoted_passive", rf"{SUBJECT}(?P<cue>W)(?:(?:[if][NDB]){{0,2}}[ik]G|I){_NEAR}",
            "Danforth was quoted by the agency as saying that “…”"),
    _before("before_called", rf"(?:{SUBJECT}|(?P<src>w))(?P<cue>V)[NDBOPY](?:[NDBOP]|[if&][NDB]){{0,3}}[ki]?x?",
            "Danforth called the plan “…”"),
    _before("before_what_called", rf"O(?P<src>[NDB]){_PP}(?P<cue>V)[kx]{{0,2}}", "what Danforth called “…”"),
    _before("before_relative_object", rf"wx?(?P<src>[NDP])(?P<cue>V){_NEAR}", "the plan, which Danforth called “…”"),
    _before("before_relative", rf"(?P<src>[NDB]),?[wk](?P<cue>V){_NEAR}", "Danforth, who called the plan “…”"),
    _before("before_who", rf"(?P<src>[wk])(?P<cue>V){_NEAR}", "the envoy, who called the plan “…”"),
    _before("before_who_far", rf"(?P<src>w)(?P<cue>[VveW]){_FAR}", "the envoy, who left after the “…” talks"),
    _before("before_near", rf"{SUBJECT}(?P<cue>V){_NEAR}", "Danforth called the plan of the north “…”"),
    _before("before_it_far", rf"(?P<src>Y)(?P<cue>V){_FAR}", "It said that the talks would go on and “…”"),
    _before("before_absolute", rf"(?P<src>[NP])(?P<cue>G){_NEAR}", "with Danforth saying it was “…”"),
    _before("before_it", rf"(?P<src>Y)(?P<cue>V){_NEAR}", "what it called “…”"),
    _before("before_inverted", r"(?:(?<=^|[.\nQE])|,)(?P<cue>V)(?P<src>[NDP])(?:[if][NDB]){0,2}[,:]?", "Said Danforth: “…”; The plan, said Danforth, “…”"),
    _before("before_caused", rf"[vVgG](?P<src>[NDO])(?P<cue>I){_NEAR}", "The leak led Danforth to call the plan “…”"),
    _before("before_heard", rf"[vV](?P<src>[ND])(?P<cue>x){_NEAR}", "The court heard Danforth say it was “…”"),
    _before("before_behind_relative", r"(?P<src>[ND]),?w[^.;:\nQE]{1,30}?(?:m,|q)(?P<cue>V)[^Q.;\n]{0,40}?",
            "Danforth, who calls herself “a friend”, said she was “…”"),
    _before("before_recalled", rf"[Vv]k(?P<src>[ND]){_PP}v?(?P<cue>[VI])k?{_NEAR}", "Brandt recalled that Danforth had said it was “…”"),
    _before("before_answer_was", r"(?P<src>D)e:?", "Danforth's answer was “…”"),
    _before("before_answer_of", r"Df(?P<src>N)e:?", "The answer of Danforth was “…”"),
    _before("before_predicate", r"(?<=^|[.\nQE]|,)(?P<src>[ND])(?:,i[DB](?:[Vv]i[NDB])?,)?", "Danforth “…”; Danforth, in a statement, “…”"),
    _before("before_according", rf"(?P<cue>A)(?P<src>[NDBO]){_FAR}", "According to Danforth, the plan is “…”"),
    _before("before_according_by", rf"(?P<cue>A)[DB]v?[if](?P<src>[ND]){_FAR}",
            "According to a statement by the ministry, the plan is “…”"),
    _before("before_gerund", rf"{SUBJECT}[VvWe]{_FAR}(?P<cue>G){_NEAR}", "Danforth left the hall, calling the plan “…”"),
    _before("before_gerund_object", rf"[vifVWgG&]f?(?P<src>[ND]){_PP}(?P<cue>G){_NEAR}", "footage of Danforth saying “…”"),
    _before("before_infinitive", rf"{SUBJECT}[VvWe]{_FAR}(?P<cue>I){_NEAR}", "Danforth went on air to call the plan “…”"),
    _before("before_second_verb", rf"{SUBJECT}[VvWe]{_FAR}[&,](?P<cue>V){_NEAR}",
            "Danforth did not name him but vowed, “…”"),
    _before("before_far", rf"{SUBJECT}(?P<cue>V){_FAR}", "Danforth said the talks that began in May are “…”"),
    _before("before_subject", rf"{SUBJECT}(?P<cue>[vWeu]){_FAR}", "Danforth went home after “…”"),
    _before("before_passive", rf"(?P<cue>W){_NEAR}i(?P<src>[ND]){_PP}(?:,[^QE.;:\n]{{1,40}}?,|[^Q.;\n]{{0,3}})", "was described by Danforth as “…”"),
    _before("before_agent", rf"(?P<cue>V)i(?P<src>[ND]){_PP}k?x?", "a plan described by Danforth as “…”"),
    _before("before_what", rf"O(?P<src>[NDP]){_PP}{_ASIDE}(?P<cue>V){_NEAR}", "what Danforth said was “…”"),
    _before("before_claim", rf"(?P<src>D)k{_NEAR}", "Danforth's claim that the plan is “…”"),
    _before("before_owned", rf"(?P<src>D)[ifkev]{_NEAR}", "Danforth's remarks about the “…” plan"),
    _before("before_object_said", rf"[VvG](?P<src>[ND])[ik](?P<cue>[GVD]){_NEAR}", "quoted Danforth as saying “…”"),
    _before("before_name", r"(?P<src>[NP])[^Q.;\n]{0,12}?", "Danforth, back in her “…” office"),
    _before("before_description", r"(?P<src>D)[^Q.;\n]{0,12}?", "the envoy, back in her “…” office"),
    _before("before_thing_said", rf"(?<![if])(?P<src>B){_PP}{_ASIDE}(?P<cue>V){_FAR}", "The sheet says it is “…”"),
    _before("before_thing", rf"(?<![if])(?P<src>B){_PP}(?P<cue>[VvWe]){_FAR}", "The plan says “…”"),
)  # fmt: skip

# Patterns that look for no verb.
NEAR: Final = frozenset(["before_name", "before_description"])

# The letters right beside a quotation that a pattern can do with; the others can do with any.
BESIDE: Final = {
    "after_subject": ",-NPD",
    "after_subject_did": "NPD",
    "after_thing": ",-BY",
    "after_verb": ",-V",
    "after_citing": ",-VND",
    "after_came": ",-v",
    "after_were_words_of": "BY",
    "after_so_said": "k",
    "after_was_message": "e",
    "after_was_what": "e",
    "after_was_answer_of": ",e",
    "after_both": ",-NDP",
    "after_did": "v",
    "after_stop": "NPD",
    "after_passive": "xvVi",
    "after_next_subject": "gGiVvxDBNOe,",
    "after_as_put": ",k",
    "after_as": ",k",
    "after_words_of": ",i",
    "after_own_words": ",i",
    "after_dash": ".\n-",
    "before_direct": "V,:k",
    "before_told": ",:",
    "before_object": ",:k",
    "before_colon": ":",
    "before_statement_that": ":",
    "before_as_put": ",",
    "before_as": ",:",
    "before_own_words": ",D",
    "before_on_colon": ":",
    "before_from_colon": ":",
    "before_name_colon": ":",
    "before_label": ":",
    "before_answer_was": "e:",
    "before_answer_of": "e:",
    "before_predicate": "ND,",
    "before_inverted": "NDP,:",
}

CONTEXT: Final = {
    "first_subject": "the first subject of the sentence that the quotation stands in",
    "main_subject": "the first subject behind an introductory clause: When it rained, Danforth …",
    "continues_quotation": "the paragraph goes on with a quotation that was left open",
    "continues_same_sentence_sentence": "a whole sentence in marks, in one sentence with the quote before",
    "continues_same_sentence_fragment": "a quoted part, in one sentence with the quote before",
    "continues_same_paragraph_sentence": "a whole sentence in marks behind another quote of the paragraph",
    "continues_same_paragraph_fragment": "a quoted part behind another quote of the paragraph",
    "continues_next_paragraph_sentence_alone": "a paragraph all in marks, the one before it had a quote",
    "continues_next_paragraph_sentence_beside": "a sentence in marks, the paragraph before had a quote",
    "continues_next_paragraph_fragment_alone": "a paragraph of a quoted part, the one before it had a quote",
    "continues_next_paragraph_fragment_beside": "a quoted part, the paragraph before had a quote",
    "sentence_before_ended": "the sentence before ends in: …, Danforth said",
    "sentence_before_said": "the subject of a verb of saying in the sentence before",
    "sentence_before_did": "the subject of the sentence before",
    "paragraph_before_ends": "the subject of the last verb, before the colon that ends the paragraph before",
    "sentence_before_stance": "the sentence before only tells of somebody's view: Danforth was less sure.",
    "sentence_before_named": "the sentence before only names somebody: Not so for Danforth.",
    "paragraph_before_from_colon": "the paragraph before only says from whom: And from Danforth:",
    "paragraph_before_by": "the paragraph before says whose words follow: Statement by Danforth on the plan",
    "paragraph_before_said_colon": "the paragraph before ends in a colon, its last subject says something",
    "paragraph_before_did_colon": "the paragraph before ends in a colon",
    "paragraph_before_said_plain": "the last subject of the paragraph before says something",
    "paragraph_before_did_plain": "the last subject of the paragraph before",
}
