"""Files written whole: under a temporary name beside their place, then moved there."""

from __future__ import annotations

from pathlib import Path


def write(path: Path, content: str | bytes) -> bool:
    """Write text as UTF-8 with the line ends it has, or bytes; whether that changed the file."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(data)
    beside.replace(path)
    return True
