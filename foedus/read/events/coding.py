"""The coder of actor strings with what it has coded before: texts name the same actors again."""

from datetime import date

from foedus.read.actors.coded import Coded
from foedus.read.actors.coding import Coder

_MOST = 20_000  # strings kept


class Coding:
    """Codes strings as `Coder` does; without a context each string only once."""

    def __init__(self, coder: Coder) -> None:
        self._coder = coder
        self._known: dict[tuple[str, date | None], Coded] = {}

    def code(self, actor: str, context: str = "", on: date | None = None) -> Coded:
        """The country and the sector of one actor string."""
        if context:
            return self._coder.code(actor, context, on)
        found = self._known.get((actor, on))
        if found is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            found = self._known[actor, on] = self._coder.code(actor, "", on)
        return found
