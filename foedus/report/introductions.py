"""An unnamed speaker of a report in, how the report first brings him in: "a lawyer in Geneva".

Later the report says "the lawyer"; a brief that shows one line of it must say which.
"""

import re

from foedus.model.document import READ_ROLES
from foedus.report.dossier import Source, plain
from foedus.report.naming import bare

_ONE = re.compile(r"(?:an?|one|another) ", re.IGNORECASE)
_NAME = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w’'-]*)"
_WHERE = rf"(?: (?:in|at|from|with|of) (?:the )?{_NAME}(?: (?:(?:of|for|and|the) )*{_NAME})*)?"
# words that begin a phrase of their own, so that the article before them is not the speaker's
_JOINTS = r"(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|who|whose|with)\b"
_BEFORE = (
    r"(?<!\bas )(?<!\bis )(?<!\bwas )\b(?i:an?|one|another) "
    rf"(?:(?!{_JOINTS})[\w’'-]+ ){{0,2}}?"
)


def introduced(source: Source, name: str) -> str:
    """The words that first name somebody without a name, where the report has one such; else "".

    `name` are the report's later words ("the lawyer", "lawyer").
    """
    words = _ONE.sub("", bare(name))
    if not words or words.endswith("s") or words[0].isupper():
        return ""
    pattern = re.compile(rf"{_BEFORE}{re.escape(words)}\b(?!['’-]){_WHERE}")
    found: dict[str, str] = {}
    for line in source.lines:
        if line.role in READ_ROLES:
            for match in pattern.finditer(line.span.of(source.document.text)):
                found.setdefault(plain(match[0]), match[0])
    first = next(iter(found.values()), "")
    return first[:1].lower() + first[1:] if len(found) == 1 else ""
