"""The error tree of foedus.

    FoedusError
    ├── DocumentError      one document cannot be read; the others go on
    ├── LedgerError        the ledger file cannot be opened, or refused a change
    ├── LibraryError       a record of the library (treaty, term, actor) is wrong
    └── InputError         a command, a batch line or an option is wrong

Every message says what was wrong, where, and what to do.
"""


class FoedusError(Exception):
    """Base of everything that foedus raises on purpose."""


class DocumentError(FoedusError):
    """One document cannot be read.

    `code` is one of missing, unreadable, empty, binary, encoding, too-large, too-slow,
    broken-pdf, no-text, language, not-kept (the ledger took nothing of it), failed (a mistake of
    ours: the exception is the cause); `name` is what the user called the document.
    """

    def __init__(self, name: str, code: str, problem: str, remedy: str) -> None:
        super().__init__(f"{name}: {problem}; {remedy}")
        self.name = name
        self.code = code
        self.problem = problem
        self.remedy = remedy


class LedgerError(FoedusError):
    """The ledger cannot be opened or written, or refuses a change."""


class LibraryError(FoedusError):
    """A shipped or user-given record (TOML) is wrong: file, place and nearest right word."""


class InputError(FoedusError):
    """A command, a line of a batch file or an option cannot be used as given."""
