"""The command line: a thin face over the API. Commands import what they need when they run."""

import sys


def main() -> None:
    """Run the command line. A FoedusError ends it with its message and status 2."""
    from foedus.cli.app import app
    from foedus.model.errors import FoedusError

    try:
        app()
    except FoedusError as error:
        sys.stderr.write(f"foedus: {error}\n")
        sys.exit(2)
