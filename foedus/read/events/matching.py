"""A pattern and the company of a verb in, whether the words fit out; types of nouns come later."""

from foedus.read.events.company import Company
from foedus.read.events.lexicon import Pattern


def fits(pattern: Pattern, company: Company) -> bool:
    """Whether every field that asks for words, or for what stands at all, is met."""
    if pattern.wide:
        beside = not pattern.beside or _meets(pattern.beside, company.words_around)
        return beside and _meets(pattern.particle, company.around)
    return (
        _meets(pattern.particle, company.particles)
        and not pattern.without & company.particles
        and _meets(pattern.object, company.object_words)
        and _meets(pattern.beside, company.words_beside)
        and _meets(pattern.state, company.states)
        and _meets(pattern.governs, company.governed)
        and not (pattern.clause and not company.inner)
        and not (pattern.infinitive and not company.purposes)
        and not (pattern.active and company.passive)
        and not (pattern.intransitive and company.objects)
        and not (pattern.bare and company.purposes)
        and not (pattern.naming and not company.naming)
        and not (pattern.person and not company.on_person)
    )


def _meets(wanted: frozenset[str], there: frozenset[str]) -> bool:
    return not wanted or bool(wanted & there)
