"""Files written whole (under a temporary name beside their place, then moved there), and their digests."""

from __future__ import annotations

import hashlib
from pathlib import Path


def write(path: Path, content: str | bytes) -> bool:
    """Write text as UTF-8 with the line ends it has, or bytes; whether that changed the file.

    Folders that are missing are made, and a link leads on to its file. Raises OSError where nothing can be
    written; the file is then as it was.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    if path.is_file() and path.read_bytes() == data:
        return False
    if path.exists() and not path.is_file():  # /dev/stdout or a pipe, which nothing can take the place of
        path.write_bytes(data)
        return True
    place = path.resolve() if path.is_symlink() else path
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.part")
    beside.write_bytes(data)
    beside.replace(place)
    return True


def sha256(path: Path) -> str:
    """The digest of the file's bytes, without holding them: a download may have hundreds of megabytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
