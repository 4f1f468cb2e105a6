"""Documents and facts of a ledger in; out, what the telling of a change needs to know of them:
names, links, and whom and which treaties they are about."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from foedus.api.following import parties_of, treaties_among, treaties_named
from foedus.ledger import Fact, Ledger
from foedus.ledger.keys import name_key
from foedus.model.document import Receipt
from foedus.model.reading import Row
from foedus.report.naming import day_words

_OF_AGREEMENTS = ("agreement.", "provision", "reading")


class Reported:
    """What a ledger holds of its documents; `facts` are those of the moment."""

    def __init__(self, ledger: Ledger, facts: tuple[Fact, ...], moment: datetime) -> None:
        self.ledger, self.moment = ledger, moment
        self.claims: Mapping[str, Row] = {row["id"]: row for row in ledger.claims()}
        self._place = {claim: place for place, claim in enumerate(self.claims)}
        self.receipts: dict[str, Receipt] = {}
        for receipt in reversed(ledger.receipts()):
            self.receipts[receipt.document] = receipt
        self._parties: dict[str, list[set[str]]] = defaultdict(list)
        for fact in facts:
            for document in self._documents(fact) if _is_of_agreement(fact) else ():
                self._parties[document].append(_actors(fact))
        self.treaties = cache(self._treaties)

    def _documents(self, fact: Fact) -> set[str]:
        return {self.claims[claim]["document"] for claim in fact.claims if claim in self.claims}

    def newest(self, fact: Fact) -> Row | None:
        """Of the claims of a fact the one that was read last."""
        known = [claim for claim in fact.claims if claim in self._place]
        return self.claims[max(known, key=self._place.__getitem__)] if known else None

    def name(self, document: str) -> str:
        """The headline of a document, else what it is called."""
        receipt = self.receipts.get(document)
        return (receipt.title or receipt.name) if receipt else document[:8]

    def told(self, document: str) -> str:
        """ "A headline (The Courier, 19 June 2024)"."""
        receipt, day = self.receipts.get(document), self.day(document)
        publisher = (receipt.publisher or "") if receipt else ""
        where = ", ".join(filter(None, (publisher, day_words(day) if day else "")))
        return f"{self.name(document)} ({where})" if where else self.name(document)

    def link(self, document: str) -> str:
        """The address that it came from, "" where it has none."""
        receipt = self.receipts.get(document)
        return (receipt.url or "") if receipt else ""

    def day(self, document: str) -> date | None:
        """The day of its publication."""
        receipt = self.receipts.get(document)
        return receipt.published if receipt else None

    def about(self, document: str) -> set[str]:
        """The keys of all actors whom it names, and of the treaties that it is about."""
        entities = self.ledger.page(document)[1].entities
        keys = {one.actor or name_key(one.name) for one in entities}
        return {*keys, *self.treaties(document)} - {""}

    def about_fact(self, fact: Fact) -> set[str]:
        """The keys of its parties, and of the treaties that it is about."""
        keys = {party.key for party in fact.parties} - {""}
        if not _is_of_agreement(fact):
            return keys
        near = set[str]().union(*map(self.treaties, self._documents(fact)))
        among = treaties_among(_actors(fact))
        # "the treaty provides": where it names no parties, it is about what the report is about
        return keys | (near & among if among else set() if _actors(fact) else near)

    def _treaties(self, document: str) -> frozenset[str]:
        """Named in it, or known by their parties; of the same parties rather the one named."""
        named = treaties_named(self.ledger.document(document).text)
        told = {parties_of(treaty) for treaty in named}
        by_parties = set[str]().union(*map(treaties_among, self._parties[document]))
        return frozenset(named | {one for one in by_parties if parties_of(one) not in told})


def _is_of_agreement(fact: Fact) -> bool:
    return fact.predicate.startswith(_OF_AGREEMENTS)


def _actors(fact: Fact) -> set[str]:
    return {party.actor for party in fact.parties if party.actor}
