"""The error tree of foedus.

    FoedusError
    ├── DocumentError      one document cannot be read; the others go on
    ├── LedgerError        the ledger file cannot be opened, or refused a change
    ├── FetchError         something on the network was refused, or did not come
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


class FetchError(FoedusError):
    """Something was not fetched: refused by us, or not given.

    `address` is what was asked for. `code` is one of address (it cannot be asked for), not-public
    (its host is no public one), no-host, redirect, downgrade, content-type, encoding, too-large,
    too-slow, connection, status. `status` is the status of the answer where there was one;
    `retry_after` how many seconds the host asked to be left alone.
    """

    def __init__(self, address: str, code: str, problem: str, remedy: str) -> None:
        super().__init__(f"{address}: {problem}; {remedy}")
        self.address = address
        self.code = code
        self.problem = problem
        self.remedy = remedy
        self.status: int | None = None
        self.retry_after: float | None = None


class LibraryError(FoedusError):
    """A shipped or user-given record (TOML) is wrong: file, place and nearest right word."""


class InputError(FoedusError):
    """A command, a line of a batch file or an option cannot be used as given."""
