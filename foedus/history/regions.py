"""The number of a state in, its home region out, as a place of the library.

The Correlates of War numbers states by region: 2 to 199 the Americas, 200 to 399 Europe, 400 to
599 Africa south of the Sahara, 600 to 699 the Middle East with North Africa, 700 to 899 Asia, from
900 on Oceania.
"""

REGIONS: tuple[tuple[int, str], ...] = (
    (200, "western-hemisphere"),
    (400, "europe"),
    (600, "africa"),
    (700, "middle-east"),
    (900, "asia"),
    (1000, "oceania"),
)


def region_of(number: int) -> str:
    """The id of the region's place; "" where the number is none of the Correlates of War."""
    return next((region for first_beyond, region in REGIONS if number < first_beyond), "")
