"""A stretch of words in; where it weakens or narrows what is said ("in theory", "partly"), out."""

import re

from foedus.model.document import Span

_WORDS = re.compile(
    r"\b(?:in (?:theory|principle|part|effect|practice|a sense|(?:some|many) (?:ways|respects)"
    r"|its (?:present|current) form|form|name|spirit)"
    r"|on (?:paper|(?:its|the) face(?: of it)?|(?:the )?surface)"
    r"|at (?:least|best|most|first (?:sight|glance)|present)"
    r"|to (?:some|a (?:certain|large|great|limited|lesser)|an?) (?:extent|degree)"
    r"|up to a point|for (?:the most part|now|the moment|the time being)|so far"
    r"|as far as|as (?:reported|described|published|announced|drafted|written|worded)"
    r"|if only|more or less|of sorts|kind of|sort of"
    r"|part(?:ly|ially)|largely|mostly|mainly|chiefly|primarily|nominally|formally|technically"
    r"|officially|ostensibly|outwardly|supposedly|allegedly|apparently|reportedly|seemingly"
    r"|presumably|arguably|theoretically|potentially|conceivably|almost|nearly|not entirely"
    r"|not necessarily|sometimes|occasionally|generally|broadly|loosely|effectively)\b",
    re.IGNORECASE,
)
# "the pact (or what is known of it)", "the deal, or so much of it as was shown,"
_ASIDE = re.compile(r"\(([^()]+)\)|,\s+(or\s[^,]+),")


def weakened(span: Span, text: str) -> bool:
    """Whether the words of the span weaken or narrow what stands beside them."""
    return _WORDS.search(text, span.start, span.end) is not None


def asides(span: Span, text: str) -> tuple[Span, ...]:
    """What stands in brackets, or as another name after "or", and narrows what it stands beside."""
    found = _ASIDE.finditer(text, span.start, span.end)
    places = [Span(*m.span(1 if m.group(1) else 2)) for m in found]
    return tuple(p for p in places if _narrows(p, text))


def _narrows(span: Span, text: str) -> bool:
    return weakened(span, text) or text[span.start : span.end].lower().startswith("or ")
