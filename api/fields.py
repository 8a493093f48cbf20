"""What every field of an answer means, with an example about invented people.

One word means one thing everywhere, so the name of the field is enough; `Record.field` where it says more.
"""

from __future__ import annotations

from typing import Any

_DAY = "2026-03-14"
_MOMENT = "2026-03-14T09:30:00Z"
_SPEAKER = {"id": 3, "name": "Mira Danforth", "kind": "person"}

_OFFICES_COUNTRY = ("The country (ISO 3166-1 alpha-2) for which it is held.", "AZ")

# name: (description, example...)
FIELDS: dict[str, tuple[Any, ...]] = {
    "meta": ("About the answer as a whole.",),
    "results": ("The things asked for; one where one was asked for.",),
    # meta
    "count": ("How many there are in all, on every page together.", 128),
    "count_is_exact": (
        "False where there are more than `count`: what words (`q`, `q_exact`) find is counted up to 2,000 "
        "here; `group_by` counts all.",
        True,
    ),
    "per_page": ("How many results a page has at most.", 50),
    "next_cursor": ("What to send as `cursor` for the next page; null on the last.", None),
    "next": (
        "The ready address of the next page; null on the last.",
        "https://quotes.example/v1/quotes?speaker=Mira+Danforth&cursor=eyJpZCI6NDJ9",
    ),
    "filter": (
        "The filter as it was asked for, without what was not asked for.",
        {"speaker": "Mira Danforth", "from": "2026-03-01"},
    ),
    "date_meant": (
        "Which day `from`, `to` and `day` mean: that of saying where it is told, else that of publication; "
        "each quote's `day` says which of them was used.",
        "said_on_else_published_on",
    ),
    "sort": ("The order of the results.", "-published_on"),
    "group_by": ("What the quotes are counted by.", "country"),
    "GroupsMeta.quotes": ("How many quotes there are in all groups together.", 128),
    "key": ("The value that narrows to the quotes of the group; null where none is known.", "FR"),
    "GroupRecord.name": ("The same for people to read.", "France"),
    "GroupRecord.count": ("How many quotes are in the group.", 12),
    "attributed": ("How many of the quotes have a source.", 11),
    "length": ("How many Unicode code points the text has.", 2817),
    "StoredMeta.status": (
        "`new`, `unchanged` where it was stored already, `replaced` where a newer version read it again.",
        "new",
    ),
    "ExtractMeta.text": ("The article of the page that was sent; null for a text. Offsets are of it.", None),
    # filter
    "speaker_id": ("The speaker's id.", "3"),
    "from": ("The first day of saying, else of publication, inclusive.", "2026-03-01"),
    "to": ("The last day of saying, else of publication, inclusive.", "2026-03-31"),
    "said_from": ("The first day of saying, inclusive.", "2026-03-01"),
    "said_to": ("The last day of saying, inclusive.", "2026-03-31"),
    "published_from": ("The first day of publication, inclusive.", "2026-03-01"),
    "published_to": ("The last day of publication, inclusive.", "2026-03-31"),
    "q": ("The words looked for, in any inflection.", "harbour treaty"),
    "q_exact": ("The words looked for, in just this form.", "the harbour stays"),
    "min_confidence": ("The lowest confidence.", 0.9),
    "updated_since": ("The moment since which the quotes are new or have changed.", "2026-03-14T09:30:00Z"),
    "ChangedMeta.gone": (
        "The quotes gone since `updated_since`, of every filter, the first to go first: at most 200, and the "
        "rest is at `/v1/updates`.",
    ),
    "gone_count": ("How many quotes are gone since.", 0),
    "document_id": ("The document's id.", "7"),
    "statement_id": ("The statement's id.", "42"),
    "Filter.speaker_kind": ("What the speaker is.", "person"),
    "Filter.office": ("The office held when it was said.", "foreign minister"),
    "Filter.addressee": ("To whom it was said.", "reporters"),
    "Filter.reported_by": ("The agency or paper that passed it on.", "Pier Agency"),
    "Filter.cue": ("The cue's dictionary form.", "say|tell"),
    "sample": ("How many quotes are drawn.", 20),
    "seed": ("Which sample.", 1),
    "Filter.rule": ("The named pattern that decided.", "after_verb"),
    "Filter.speaker": ("The speaker's name or identifier, as it was asked for.", "Mira Danforth"),
    "Filter.kind": ("The kind of quote.", "direct"),
    "Filter.channel": ("How it was said.", "press_conference"),
    "Filter.country": ("The country that the speaker speaks for.", "FR"),
    "Filter.attributed": ("Whether the quotes have a source.", True),
    # quotes
    "id": ("The number that the store gave it.", 42),
    "text": ("The words, verbatim.", "The harbour stays open."),
    "QuoteRecord.text": (
        "What was said, verbatim: the parts joined by a space, by a line break between paragraphs.",
        "The harbour stays open.",
    ),
    "ExtractedQuote.text": (
        "What was said, verbatim: the parts joined by a space, by a line break between paragraphs.",
        "The harbour stays open.",
    ),
    "ExtractRequest.text": ("The text.",),
    "DocumentRecord.text": (
        "The whole kept text, which all offsets refer to; null in lists.",
        "“The harbour stays open,” said Mira Danforth.",
    ),
    "kind": (
        "`direct`: a whole sentence or more in marks; `mixed`: a quoted part of a reported sentence; "
        "`indirect`: reported without marks.",
        "direct",
    ),
    "spans": ("The parts of what was said and where each stands in the document's text.",),
    "start": ("Where the words begin: 0-based, in Unicode code points of the document's text.", 1),
    "end": ("Where the words end: half-open, so that `text[start:end]` is exactly these words.", 24),
    "candidates": (
        "The speakers whom the name can mean, the most quoted first, where it means no one for sure: there "
        "is no speaker then.",
    ),
    "office": (
        "The office in which it was said, as far as it is known.",
        {"title": "foreign minister", "body": None, "country": "AZ", "basis": "document"},
    ),
    "OfficeRef.title": ("The office, in the words of its `basis`.", "foreign minister"),
    "OfficeRecord.title": ("The office, in a document's or the roster's words.", "foreign minister"),
    "body": ("The body in which it is held, where one is named.", None),
    "OfficeRef.country": _OFFICES_COUNTRY,
    "OfficeRecord.country": _OFFICES_COUNTRY,
    "OfficeRef.basis": (
        "`document`: the document itself says so. `roster`: a roster has it on that day. `other_documents`: "
        "documents before and after say so.",
        "document",
    ),
    "source": (
        "The words that name who said it; null where nobody was given the quote, or only a person named who.",
        {"text": "she", "start": 27, "end": 30},
    ),
    "antecedent": (
        "The mention that the source (a pronoun, a role, a surname) stands for.",
        {"text": "Mira Danforth", "start": 310, "end": 323},
    ),
    "cue": (
        "The words that link what was said to its source.",
        {"text": "said", "start": 31, "end": 35, "lemma": "say"},
    ),
    "lemma": ("The cue's dictionary form.", "say"),
    "role": (
        "What the document says that the speaker is.",
        {"text": "foreign minister", "start": 42, "end": 58},
    ),
    "country": (
        "The country that the speaker speaks for (ISO 3166-1 alpha-2); null where the document tells none.",
        "FR",
    ),
    "said_on": (
        "When it was said; null where the document does not tell. It is never the day of publication.",
        {
            "date": "2026-03-13",
            "precision": "day",
            "basis": "words",
            "words": {"text": "on Friday", "start": 60, "end": 69},
        },
    ),
    "corrections": ("What people put right about it, in the order in which they did; mostly nothing.", []),
    "updated_at": ("When it was stored, or anything about it last changed.", _MOMENT),
    "day": (
        "The day that `from`, `to` and `group_by` go by: that of saying, else that of publication; null "
        "where neither is known.",
        {"date": "2026-03-13", "precision": "day", "meant": "said_on"},
    ),
    "DayRecord.date": ("The day; of a month or a year the first one.", "2026-03-13"),
    "meant": ("Which day it is.", "said_on"),
    "SaidOnRecord.date": ("The day; of a month or a year the first one.", "2026-03-13"),
    "precision": ("How much of `date` is known: the `day`, the `month` or only the `year`.", "day"),
    "basis": (
        "How the words that tell the day are tied to the quote: `words`: they stand with it; `dateline`: "
        "they are the dateline; `continues`: they stand with an earlier quote that this one goes on with; "
        "`corrected`: a person put it right.",
        "words",
    ),
    "words": (
        "The words that tell the day; null where a person put it right.",
        {"text": "on Friday", "start": 60, "end": 69},
    ),
    "channel": ("How it was said; null where the document does not tell.", "press_conference"),
    "addressee": ("To whom it was said.", {"text": "reporters", "start": 71, "end": 80}),
    "place": ("Where it was said.", {"text": "Tessary", "start": 84, "end": 91}),
    "reported_by": (
        "The agency or paper that passed it on, where the document names one.",
        {"text": "Pier Agency", "start": 101, "end": 112},
    ),
    "speaker": ("Who said it; null for an unnamed source or none.", _SPEAKER),
    "ExtractedQuote.speaker": (
        "Who said it, by the fullest name in the text; null for an unnamed source or none.",
        "Mira Danforth",
    ),
    "speaker_kind": ("What the speaker is: `unnamed` for a source such as “a senior official”.", "person"),
    "before": (
        "The words before it, some 240 characters at most.",
        {"text": "She was late. ", "start": 0, "end": 14},
    ),
    "after": ("The words after it.", {"text": " she said.", "start": 40, "end": 50}),
    "permalink": ("Its address on this server, which stays.", "/v1/quotes/42"),
    "original": (
        "The page that it is from, at these words (a text fragment); null where no address is known.",
        "https://dispatch.example/harbour#:~:text=The%20harbour%20stays%20open%2C",
    ),
    "rule_precision": (
        "How often the rule gave the right source in annotated articles; null where that was not measured.",
        0.974,
    ),
    "open": ("Whether everybody may have the whole text.", True),
    "rule": ("The named pattern that decided; `corrected` where a person did.", "after_verb"),
    "confidence": (
        "How often that rule was right on annotated news, from 0 to 1; 1 where a person decided.",
        0.97,
    ),
    "reason": ("Why nobody was given the quote; null where somebody was.", None),
    "document": ("The document that it stands in.",),
    "statement": (
        "The statement that it is a printing of: the same words of the same speaker, wherever they stand.",
        {"id": 42, "quotes": 3},
    ),
    "extractor_version": ("The version of the extractor that found it.", "0.1.0"),
    # speakers
    "name": ("The speaker's fullest name.", "Mira Danforth"),
    "SpeakerRef.kind": ("What the speaker is.", "person"),
    "SpeakerRecord.kind": ("What the speaker is.", "person"),
    "aliases": ("The names that the documents use.", ["Danforth", "Mira Danforth"]),
    "wikidata": ("The speaker's identifier in Wikidata, from a roster.", None),
    "offices": ("The offices that documents or a roster give, the last seen first.",),
    "past": ("Whether documents call it a former one.", False),
    "first_seen_on": ("The first day of a document that gives it.", "2026-01-09"),
    "last_seen_on": ("The last day of a document that gives it.", _DAY),
    "OfficeRecord.documents": ("How many documents give it.", 5),
    "since": ("The first day on which it was held, from a roster.", None),
    "until": ("The last day on which it was held, from a roster; null also while it is held.", None),
    "first_published_on": ("The first day on which a quote was printed.", "2026-01-09"),
    "last_published_on": ("The last day on which a quote was printed.", _DAY),
    "quotes": ("How many quotes there are.", 12),
    "documents": ("How many documents they stand in.", 5),
    "SpeakerHint.kind": ("What the speaker is.", "person"),
    "alias": ("The name that was meant, as it is printed.", "Danforth"),
    "SpeakerHint.office": ("The office in which the speaker was last seen.", "foreign minister"),
    "SpeakerHint.country": ("The country that the speaker was last seen to speak for.", "FR"),
    "SpeakerProfile.kind": ("What the speaker is.", "person"),
    "years": (
        "How many quotes are of each year: of saying where that is told, else of publication.",
        [{"key": "2026", "name": "2026", "count": 12}],
    ),
    "first_quote": ("The first quote by its day; null where none has one.",),
    "last_quote": ("The last quote by its day; null where none has one.",),
    # outlets
    "OutletRecord.name": ("The publication's name, as it was first printed.", "Harbour Dispatch"),
    "OutletRecord.documents": ("How many documents it has.", 5),
    "OutletRecord.first_published_on": ("The first day of a document.", "2026-01-09"),
    "OutletRecord.last_published_on": ("The last day of a document.", _DAY),
    # statements
    "StatementRef.quotes": ("How many quotes are printings of it.", 3),
    "StatementRecord.text": ("The words as most print them, verbatim.", "The harbour stays open."),
    "StatementRecord.quotes": ("How many quotes are printings of it.", 3),
    "outlets": ("The publications that printed it, by name.", ["Harbour Dispatch", "Ostra Herald"]),
    "StatementRecord.first_published_on": ("The first day on which it was printed.", _DAY),
    "StatementRecord.last_published_on": ("The last day on which it was printed.", _DAY),
    "wordings": ("The different wordings in which it was printed, the most usual one first.",),
    "WordingRecord.text": ("The words, verbatim, as they were first printed.", "The harbour stays open."),
    "WordingRecord.quotes": ("How many printings have these words; marks make no difference.", 2),
    "changes": (
        "How the words differ from the most usual ones, in order; empty where they are these.",
        [{"kind": "kept", "text": "The harbour stays"}, {"kind": "added", "text": "wide"}],
    ),
    "ChangeRecord.kind": (
        "`kept`: both wordings have the words; `left_out`: only the most usual one; `added`: only this one.",
        "kept",
    ),
    "ChangeRecord.text": ("Words in a row, as printed.", "The harbour stays"),
    "occurrences": ("The printings: quotes with their documents, the first printed first.",),
    "OccurrenceRecord.id": ("The quote's id.", 42),
    "wording": ("Which of the wordings it has, counted from 0.", 0),
    # corrections
    "CorrectionRecord.id": ("Its number in the log of corrections.", 5),
    "quote_id": ("The quote's id.", 42),
    "CorrectionRecord.document_id": ("The id of the quote's document.", 7),
    "field": (
        "What was put right: who spoke, the words that say so, the day, or that it is a `quote`.",
        "speaker",
    ),
    "CorrectionRecord.before": ("What was shown until then; null for nobody or an unknown day.", _SPEAKER),
    "CorrectionRecord.after": ("What is shown since.", {"id": None, "name": "Ola Brandt", "kind": "person"}),
    "made_by": ("Who put it right.", "Ana"),
    "made_at": ("When.", _MOMENT),
    "why": ("How they knew.", "the recording of the press conference"),
    "undone_by": ("Who took it back; null while it holds.", None),
    "undone_at": ("When it was taken back; null while it holds.", None),
    "SpeakerValue.id": ("The speaker's id, where it is one certain speaker.", 3),
    "DayValue.date": ("The day; of a month or a year the first one.", "2026-03-13"),
    # updates
    "UpdatesMeta.since": ("The moment since which is told, as it was understood.", _MOMENT),
    "last_at": ("The moment of the last result: what to send as `since` next time.", _MOMENT),
    "at": ("When it happened.", _MOMENT),
    "quote": ("The quote as it is now, if it is new or changed; null for what is gone.", None),
    "gone": ("What is gone; null for a quote that is there.", None),
    "noun": ("What it was: a `quote`, a `document`, a `speaker` or a `statement`.", "quote"),
    "TombstoneRecord.id": ("Its id, which is never given again.", 42),
    "removed_at": ("Since when it is gone.", _MOMENT),
    "TombstoneRecord.why": (
        "`corrected`: a person said that it is no quote. `not_found`: a newer version does not find it. "
        "`document_removed`: its document is gone. `removed`: the document was. `joined`: it is part of "
        "another. `unused`: nothing is left of it.",
        "not_found",
    ),
    "heir_id": ("The id of what has its place, where something has.", None),
    # documents
    "title": ("The headline, as printed.", "Envoy promises an open harbour"),
    "outlet": ("The publication.", "Harbour Dispatch"),
    "url": ("Where it was read.", "https://dispatch.example/envoy-promises-an-open-harbour"),
    "author": ("Who wrote it, as printed.", "Jonas Feld"),
    "published_on": ("The day on which it was printed; null where it does not say.", _DAY),
    "language": ("The language that it is written in.", "en"),
    "sha256": (
        "The SHA-256 of the text in UTF-8, which is the document's identity.",
        "d2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26",
    ),
    "added_at": ("The moment at which it was stored, in UTC.", "2026-03-15T08:30:00Z"),
    # verification
    "VerifyRequest.text": ("The words.",),
    "verdict": (
        "`word_for_word`: the words are held. `nearly`: in another wording. `other_speaker`: not of the "
        "speaker asked for. `unattributed`: of nobody known. `not_held`: not at all, which is not "
        "the same as false.",
        "nearly",
    ),
    "explanation": (
        "The same in a sentence.",
        "The words are held in another wording; each result shows where they differ.",
    ),
    "likeness": ("`word_for_word`, or `nearly`: most words, five of them in a row.", "nearly"),
    "of_speaker": ("Whether it is of the speaker asked for; null where nobody was.", True),
    "Match.changes": (
        "How to get from the words of the quote to those asked for; empty where they are the same.",
        [{"kind": "kept", "text": "The harbour stays"}, {"kind": "added", "text": "shut"}],
    ),
    "Match.quote": ("The quote, in the first document that printed it so.",),
    # oEmbed
    "Embedding.type": ("What is embedded: code of its own.", "rich"),
    "Embedding.version": ("The version of oEmbed.", "1.0"),
    "Embedding.title": ("Who said what, in a line.", "Mira Danforth: “The harbour stays open.”"),
    "author_name": ("The speaker; left out where none is known.", "Mira Danforth"),
    "author_url": ("The speaker's address on this server.", "https://quotes.example/v1/speakers/3"),
    "provider_name": ("The service that the quote is from.", "quotes"),
    "provider_url": ("Its address.", "https://quotes.example/"),
    "Embedding.html": (
        "The code: a frame that runs no script.",
        '<iframe src="https://quotes.example/embed/quotes/42" width="600" height="200"></iframe>',
    ),
    "width": ("How wide the frame is, in pixels; no wider than was asked for.", 600),
    "height": ("How high the frame is, in pixels; no higher than was asked for.", 200),
    # the service
    "method": ("The HTTP method.", "GET"),
    "path": ("The path; `{id}` stands for a number.", "/v1/quotes/{id}"),
    "summary": ("What is there.", "List Quotes"),
    "version": ("The version of this service.", "0.1.0"),
    "database": ("The kind of database.", "sqlite"),
    "Health.status": ("`ok`; anything else is an error.", "ok"),
    # problems
    "Problem.type": ("What kind of problem it is; `about:blank`: what the status says.", "about:blank"),
    "Problem.title": ("The status in words.", "Unprocessable Content"),
    "Problem.status": ("The HTTP status.", 422),
    "detail": (
        "What is wrong, in one line.",
        "unknown parameter 'speker': did you mean 'speaker'?",
    ),
    "instance": ("The path that was asked for.", "/v1/quotes"),
    "errors": ("The parameters that can't be used; empty where none is at fault.",),
    "parameter": ("The parameter, of the query, the path or the body.", "speker"),
    "message": ("What is wrong with it.", "unknown parameter 'speker': did you mean 'speaker'?"),
}
