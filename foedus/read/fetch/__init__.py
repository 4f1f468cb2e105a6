"""An address in, the bytes that stand there out: the one door of foedus to the network.

Nothing else opens a connection. `Transport` is the seam: tests put their own in its place.
"""

from foedus.read.fetch.addresses import why_not_public
from foedus.read.fetch.door import Door, Fetched, Known, Limits
from foedus.read.fetch.target import Target, target_of
from foedus.read.fetch.transport import Answer, Request, Transport, Unreachable

__all__ = [
    "Answer",
    "Door",
    "Fetched",
    "Known",
    "Limits",
    "Request",
    "Target",
    "Transport",
    "Unreachable",
    "target_of",
    "why_not_public",
]
