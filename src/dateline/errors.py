"""What goes wrong with input that a user can mend, told so that he knows where and how."""

from __future__ import annotations

from os import PathLike, fspath


class InputError(ValueError):
    """A file that cannot be read; the message names the file, the line where there is one, and the reason.

    The command line ends with exit code 2 on it.
    """

    def __init__(self, path: str | PathLike[str], reason: str, line: int | None = None) -> None:
        self.path = fspath(path)
        self.reason = reason
        self.line = line
        super().__init__(f"{self.path}, line {line}: {reason}" if line else f"{self.path}: {reason}")

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, int | None]]:
        # ValueError would be rebuilt from the message alone, which a worker process then cannot send back.
        return type(self), (self.path, self.reason, self.line)
