"""The reports themselves: what each is, what was read of it, what was set aside; the as-of line."""

from datetime import date
from pathlib import Path

from foedus.model.document import LineRole
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import Source
from foedus.report.items import Item
from foedus.report.naming import count_words, day_words, listed
from foedus.report.quoting import trimmed

HEADLINE_WORDS = 4


def as_of_items(desk: Desk, library_day: str) -> list[Item]:
    """One item: the dates of the reports and of the library."""
    dated = [f"{s.label} of {day_words(day)}" for s in desk.sources() if (day := published(s))]
    undated = [s.label for s in desk.sources() if not published(s)]
    parts = [listed(dated)] if dated else []
    parts += [f"{listed(undated)}, date not known"] if undated else []
    library = f"foedus library as of {library_day}" if library_day else "foedus library"
    text = f"As of: {'; '.join(parts)}; {library}"
    fields = {
        "reports": [
            {"report": s.label, "published": str(published(s)) if published(s) else None}
            for s in desk.sources()
        ],
        "library": library_day,
    }
    return [Item(sentence(text), (), fields)]


def published(source: Source) -> date | None:
    """The day of publication where a receipt has it."""
    return next((r.published for r in source.receipts if r.published), None)


def source_items(desk: Desk) -> list[Item]:
    """One item a report: headline, file, and how many lines were read and set aside."""
    labels = {source.letter: source.label for source in desk.sources()}
    return [_item(source, labels.get(source.copy_of, "")) for source in desk.sources()]


def _item(source: Source, original: str) -> Item:
    read = source.count(LineRole.HEADLINE, LineRole.STANDFIRST, LineRole.BODY, LineRole.CAPTION)
    furniture = source.count(LineRole.FURNITURE)
    other = source.count(LineRole.OTHER_STORY)
    names = list(dict.fromkeys(Path(r.name).name for r in source.receipts))
    headline = f", “{trimmed(source.headline, HEADLINE_WORDS)}”" if source.headline else ""
    copies = f", received {len(source.receipts)} times" if len(source.receipts) > 1 else ""
    text = (
        f"{source.label}{headline} ({listed(names)}{copies}): {count_words(read, 'line')} read; "
        f"set aside: {furniture} furniture, {other} other {'story' if other == 1 else 'stories'}"
    )
    if source.copy_of:
        text += f"; a copy of the text of {original}, counted with it as one voice"
    return Item(
        sentence(text),
        (),
        {
            "report": source.label,
            "document": source.document.id,
            "files": names,
            "url": next((r.url for r in source.receipts if r.url), None),
            "published": str(published(source)) if published(source) else None,
            "copy_of": source.copy_of or None,
            "converter": source.document.converter,
            "lines_read": read,
            "lines_furniture": furniture,
            "lines_other_story": other,
        },
    )
