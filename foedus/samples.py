"""The sample reports: nothing in, their paths out.

In a wheel they lie in `foedus/data/samples`; in a checkout in `samples/` at the repository root.
"""

from pathlib import Path

from foedus.model.errors import InputError

NAMES = ("courier.txt", "tribune.html", "review.txt")
_PACKAGE = Path(__file__).resolve().parent
FOLDERS = (_PACKAGE / "data" / "samples", _PACKAGE.parent / "samples")


def sample_files(folders: tuple[Path, ...] = FOLDERS) -> tuple[Path, ...]:
    """The paths of the three sample reports, from the first of `folders` that holds them all.

    Raises InputError when no folder holds them: the installation is then incomplete.
    """
    for folder in folders:
        files = tuple(folder / name for name in NAMES)
        if all(file.is_file() for file in files):
            return files
    looked = ", ".join(str(folder) for folder in folders)
    raise InputError(f"the sample reports are missing (looked in {looked}); install foedus again")
