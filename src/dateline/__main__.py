"""``python -m dateline``: the command line, as ``dateline``."""

from dateline.cli import main

main(prog_name="dateline")
