"""foedus reads the news and the treaties, and tells who is bound to whom, by which words."""

__version__ = "0.1.0"

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foedus.api import annotate, ask, bound, open_ledger, predictions, resolve, watch

    open = open_ledger

__all__ = ["annotate", "ask", "bound", "open", "predictions", "resolve", "watch"]
_PUBLIC = {"open": "open_ledger"} | {name: name for name in __all__ if name != "open"}


def __getattr__(name: str) -> Any:
    # loaded on first use: `import foedus` and `foedus --help` stay quick
    if name in _PUBLIC:
        from foedus import api

        return getattr(api, _PUBLIC[name])
    raise AttributeError(f"module 'foedus' has no attribute {name!r}")
