"""What a language has to say of roles, and of whom they are for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OfficeWords:
    """What people are in one language, and which of it they are for a state; in lower case."""

    roles: frozenset[str]
    """Nouns for what somebody is that `Language.letters` does not give as roles."""
    courtesy: frozenset[str]
    """Titles that tell no role: Mr."""
    parties: frozenset[str]
    """Words for whom somebody sides with, which are no role: Democrat."""
    state_roles: frozenset[str]
    """Offices of a state: minister."""
    shared_roles: frozenset[str]
    """Those of them that others have too: president."""
    relatives: frozenset[str]
    """Those who are only somebody's: mother."""
    state_bodies: frozenset[str]
    """Words that tell that a body is a state's: ministry, police."""
    private_bodies: frozenset[str]
    """Words that tell that a body is no state's: university."""
    named_after_places: frozenset[str]
    """What is called after the place where it is and is not that land's: Lund University."""
    envoys: frozenset[str]
    """Those who are sent to a land that is not their own."""
    sent_to: frozenset[str]
    """Prepositions before the land that an envoy is sent to."""
    origins: frozenset[str]
    """Prepositions between somebody's name and the land that they are from: of."""
    joints: frozenset[str]
    """Prepositions that go on with a role: spokesman for the ministry."""
    being: frozenset[str]
    """Words between somebody and what they become: as."""
    naming: frozenset[str]
    """Lemmas of verbs by which somebody becomes what stands behind them: appoint."""
    heading: frozenset[str]
    """Verbs whose subject is at the head of their object, as they are written: chairs."""
    before_roles: frozenset[str]
    """Words before a role that belong to it: caretaker."""
    no_country: tuple[str, ...]
    """Names that begin with a country's and say none, as they are written: South China Sea."""
