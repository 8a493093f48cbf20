"""Who is one speaker: part the namings of all documents among speakers, the same whatever their order.

A naming is a name with the country and the office that documents give with it. A full name joins the other
forms of it; countries, or else fields of work, tell namesakes apart; a shorter form joins where one is left.
What could be several speakers' is no one's: it is unlinked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from quotes.speakers.bodies import every_state_has_one
from quotes.speakers.offices import field_of
from quotes.speakers.persons import PersonName, from_key, is_shorter, spelling, whole

K = TypeVar("K", bound=Hashable)

_FAR_MORE = 10  # times as many documents


class Naming(NamedTuple):
    """A name as documents give it: `key` is that of a PersonName or a BodyName.

    `country` (ISO) and `office` (an Office's key) are "" where they give none. `fixed` is the speaker that
    somebody decided on. `documents` is the number of those that give it.
    """

    id: int
    key: str
    is_person: bool
    country: str = ""
    office: str = ""
    fixed: int | None = None
    documents: int = 1


@dataclass(slots=True, eq=False)
class Group:
    """Namings of one speaker, and what tells the speaker from others."""

    members: list[Naming] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    fixed: int | None = None
    documents: int = 0

    def add(self, *namings: Naming) -> Group:
        """Add namings, with what they tell of the speaker."""
        for naming in namings:
            self.members.append(naming)
            self.documents += naming.documents
            if naming.country:
                self.countries.add(naming.country)
            if naming.office:
                self.offices.add(naming.office)
                self.fields |= {field_of(naming.office)} - {""}
            self.fixed = self.fixed if naming.fixed is None else naming.fixed
        return self


@dataclass(slots=True)
class Partition:
    """The speakers, and the namings that could be several speakers', each with those.

    Of namings that are `contested` the numbers of documents can matter.
    """

    groups: list[Group] = field(default_factory=list)
    unlinked: list[tuple[Naming, list[Group]]] = field(default_factory=list)
    contested: set[int] = field(default_factory=set)

    def add(self, other: Partition) -> None:
        """Add a partition of other namings."""
        self.groups += other.groups
        self.unlinked += other.unlinked
        self.contested |= other.contested

    def place(self, placed: Iterable[tuple[Naming, list[Group]]]) -> None:
        """Add each naming to the group that is left for it, but none before all are known."""
        for naming, left in list(placed):
            if _are_one(left):
                left[0].add(naming)
            else:
                self.unlinked.append((naming, left))


def partition(namings: Iterable[Naming]) -> Partition:
    """Part the namings of bodies, or of persons by their full names, among speakers.

    Of persons it takes all that can be short for one another or one another's: a family (persons.family).
    """
    by_kind = _by(lambda naming: naming.is_person, namings)
    result = _part_persons(by_kind.get(True, []))
    for same in _by(lambda naming: naming.key, by_kind.get(False, [])).values():
        result.add(part_namesakes(same))
    result.groups = _decided(result.groups)
    return result


def part_namesakes(namings: Iterable[Naming]) -> Partition:
    """Part the namings of one name: by country, and those without one by field of work.

    What a document says is misread at times. A namesake whose country alone differs, in the same offices, is
    none where ten times as many documents have the other country; and who is named in ten times as many
    documents as all namesakes is meant where no country is given.
    """
    result, namings = Partition(), list(namings)
    by_country = _by(lambda naming: naming.country, namings)
    loose = by_country.pop("", [])
    for same in by_country.values():
        _part_countrymen(result, same)
    result.groups = _without_misread(_decided(result.groups))
    _add_decided(result, [naming for naming in loose if naming.fixed is not None])
    _add_loose(result, [naming for naming in loose if naming.fixed is None])
    if len(by_country) > 1 or len(result.groups) > 1:
        result.contested = {naming.id for naming in namings}
    return result


def leave(naming: Naming, groups: Iterable[Group]) -> tuple[list[Group], bool]:
    """Return whom country and office leave for a naming, and whether one of the two speaks for them.

    Those who are known by its country, and then by its office, go before those who are not known by any.
    """
    left = [group for group in groups if not _told_apart(naming, group)]
    by_country = [group for group in left if naming.country in group.countries]
    by_office = [group for group in by_country or left if naming.office in group.offices]
    return by_office or by_country or left, bool(by_country or by_office)


def leave_for_surname(
    naming: Naming, by_surname: Sequence[Group], by_first: Sequence[Group]
) -> tuple[list[Group], bool]:
    """Return whom a surname alone can mean, and whether it means the only one of them.

    `by_surname` have that surname. `by_first` have names that begin with the word, which may be a first name:
    they count only where country or office speak for them. Where nobody is left, the word is a whole name.
    """
    left, sure = leave(naming, (*by_surname, *by_first))
    if sure:
        return left, len(left) == 1
    return leave(naming, by_surname)[0], False


def _told_apart(naming: Naming, group: Group) -> bool:
    """Tell whether a naming can't be of a group: another country or, where none is known, another field."""
    if naming.country and group.countries:
        return naming.country not in group.countries
    own = field_of(naming.office)
    return bool(own and group.fields and own not in group.fields)


def _part_persons(namings: Sequence[Naming]) -> Partition:
    result = Partition()
    units = _by(lambda naming: whole(naming.key), namings)
    longest = _longest({unit: {from_key(n.key) for n in found} for unit, found in units.items()})
    classes: dict[str, list[Naming]] = defaultdict(list)
    for unit, heads in longest.items():
        if len(heads) == 1:
            classes[heads[0]] += units[unit]
    parts = {head: part_namesakes(same) for head, same in classes.items()}
    for part in parts.values():
        result.add(part)
    options = {head: tuple(part.groups) for head, part in parts.items()}
    placed: list[tuple[Naming, list[Group]]] = []
    for unit, heads in longest.items():
        if len(heads) > 1:
            known = [group for head in heads for group in options.get(head, ())]
            placed += _part_short(result, units[unit], known)
    result.place(placed)
    return result


def _longest(names: dict[str, set[PersonName]]) -> dict[str, list[str]]:
    """Return, for each whole name, the longest that it can be short for: itself where there are none."""
    alike: dict[tuple[str, str], list[tuple[str, PersonName]]] = defaultdict(list)
    for unit, forms in names.items():
        for name in forms:
            first = "".join(name.given[:1])
            for word in {spelling(first), first[:1]}:
                alike[name.surname, word].append((unit, name))
    longer: dict[str, set[str]] = {unit: set() for unit in names}
    for unit, forms in names.items():
        for name in forms:
            others = alike[name.surname, spelling("".join(name.given[:1]))]
            longer[unit] |= {other for other, long in others if other != unit and is_shorter(name, long)}
    return {
        unit: sorted(other for other in found if not longer[other]) or [unit]
        for unit, found in longer.items()
    }


def _part_short(
    result: Partition, namings: Sequence[Naming], options: Sequence[Group]
) -> list[tuple[Naming, list[Group]]]:
    """Return whom the namings of a name that is short for several can mean by country or office."""
    placed, others = [], []
    for naming in namings:
        left, sure = leave(naming, options)
        if naming.fixed is not None or not left:
            others.append(naming)
        elif sure:
            placed.append((naming, left))
        else:
            result.unlinked.append((naming, left))
    result.add(part_namesakes(others))
    return placed


def _part_countrymen(result: Partition, namings: Sequence[Naming]) -> None:
    """Part the namings of one name and country: they are one's, but for what was decided."""
    fixed = _by(lambda naming: naming.fixed, namings)
    rest = fixed.pop(None, [])
    groups = [Group().add(*same) for same in fixed.values()] or [Group()]
    result.groups += groups
    result.place([(naming, leave(naming, groups)[0] or groups) for naming in rest])


def _add_decided(result: Partition, namings: Sequence[Naming]) -> None:
    """Add the decided namings without a country: to the only group with one, if there is only one."""
    decided = [Group().add(*same) for same in _by(lambda naming: naming.fixed, namings).values()]
    before = len(result.groups)
    result.groups = _decided([*result.groups, *decided])
    if before == 1 and len(result.groups) == 2 and result.groups[0].fixed is None:
        result.groups[0].add(*result.groups.pop().members)


def _add_loose(result: Partition, namings: Sequence[Naming]) -> None:
    """Add the namings that give no country."""
    if any(not naming.is_person and every_state_has_one(naming.key) for naming in namings) and result.groups:
        result.unlinked += [(naming, leave(naming, result.groups)[0]) for naming in namings]
        return
    by_field = _by(lambda naming: field_of(naming.office), namings)
    plain = by_field.pop("", [])
    known, placed = list(result.groups), []
    for same in by_field.values():
        left = [(naming, _likely(leave(naming, known)[0])) for naming in same]
        placed += [(naming, groups) for naming, groups in left if groups]
        others = [naming for naming, groups in left if not groups]
        if others:
            result.groups.append(Group().add(*others))
    if plain and not result.groups:
        result.groups.append(Group())
    placed += [(naming, _likely(leave(naming, result.groups)[0])) for naming in plain]
    result.place(placed)


def _without_misread(groups: list[Group]) -> list[Group]:
    """Put those who have the same offices in another country with the one who is named far more often."""
    largest = max(groups, key=lambda group: group.documents, default=None)
    others = [group for group in groups if group is not largest]
    if largest is None or any(group.documents == largest.documents for group in others):
        return groups
    misread = [
        group
        for group in others
        if group.fixed is None
        and group.offices
        and group.offices <= largest.offices
        and _outnumbers(largest, [group])
    ]
    for group in misread:
        largest.add(*group.members)
    return [largest, *(group for group in others if group not in misread)]


def _likely(groups: list[Group]) -> list[Group]:
    """Leave the one who is named far more often than all the others, unless one of them is known for sure."""
    largest = max(groups, key=lambda group: group.documents, default=None)
    others = [group for group in groups if group is not largest]
    sure = any(group.fixed is not None for group in others)
    return [largest] if largest is not None and not sure and _outnumbers(largest, others) else groups


def _outnumbers(group: Group, others: Iterable[Group]) -> bool:
    return group.documents >= _FAR_MORE * max(1, sum(other.documents for other in others))


def _are_one(groups: Sequence[Group]) -> bool:
    return len({id(group) if group.fixed is None else group.fixed for group in groups}) == 1


def _decided(groups: Iterable[Group]) -> list[Group]:
    """Put the groups together that were decided to be one's."""
    found: list[Group] = []
    by_speaker: dict[int, Group] = {}
    for group in groups:
        known = group if group.fixed is None else by_speaker.setdefault(group.fixed, group)
        if known is group:
            found.append(group)
        else:
            known.add(*group.members)
    return found


def _by(key: Callable[[Naming], K], namings: Iterable[Naming]) -> dict[K, list[Naming]]:
    found: dict[K, list[Naming]] = defaultdict(list)
    for naming in namings:
        found[key(naming)].append(naming)
    return dict(found)
