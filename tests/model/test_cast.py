"""A cast finds its mentions by place, however many there are."""

from hypothesis import given
from hypothesis import strategies as st

from foedus.model.actor import ActorKind, Cast, Entity, Mention, MentionForm
from foedus.model.document import Span

PLACES = st.integers(0, 30)
SPANS = st.tuples(PLACES, PLACES).map(lambda pair: Span(min(pair), max(pair)))
CASTS = st.lists(SPANS).map(
    lambda spans: Cast(
        (Entity("Arcadia", ActorKind.STATE),),
        tuple(Mention(span, 0, MentionForm.NAME) for span in sorted(spans)),
    )
)


@given(CASTS, SPANS)
def test_the_mentions_within_a_span_are_all_that_it_covers_in_order(cast: Cast, span: Span) -> None:
    assert cast.within(span) == tuple(m for m in cast.mentions if span.covers(m.span))


@given(CASTS, SPANS)
def test_the_mention_at_a_span_is_the_first_that_overlaps_it_most(cast: Cast, span: Span) -> None:
    def fit(mention: Mention) -> tuple[int, int]:
        common = min(mention.span.end, span.end) - max(mention.span.start, span.start)
        return common, mention.span.end - mention.span.start

    overlapping = [m for m in cast.mentions if m.span.overlaps(span)]
    assert cast.at(span) == max(overlapping, key=fit, default=None)
