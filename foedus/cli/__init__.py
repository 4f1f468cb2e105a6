"""The command line: a thin face over the API. Commands import what they need when they run."""

import io
import sys


def main() -> None:
    """Run the command line. A FoedusError ends it with its message and status 2."""
    from foedus.cli.app import app
    from foedus.cli.showing import plain
    from foedus.model.errors import FoedusError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what the encoding lacks is shown as an escape
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except FoedusError as error:
        sys.stderr.write(f"foedus: {plain(str(error))}\n")
        sys.exit(2)
