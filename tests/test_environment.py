"""The set-up: one list of packages in three forms, pins with hashes, and nothing imported too early."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

SUPPORTED = ["3.11", "3.12", "3.13"]

#: Packages that conda-forge has under another name than the Python package index.
CONDA_NAMES = {
    "matplotlib-base": "matplotlib",
    "nbconvert-core": "nbconvert",
    "playwright-python": "playwright",
}


def parts(requirement: str) -> tuple[str, str]:
    """A requirement's normalised name without extras, and its condition."""
    found = re.match(r"([A-Za-z0-9._-]+)(?:\[.*?\])?\s*(.*)", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[1]).lower(), found[2].replace(" ", "")


@pytest.fixture(scope="module")
def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def conda(root: Path) -> dict:
    return yaml.safe_load((root / "environment.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def declared(project: dict) -> dict[str, str]:
    groups = project["dependency-groups"].values()
    return dict(map(parts, itertools.chain(project["project"]["dependencies"], *groups)))


def test_conda_and_python_name_the_same_packages(conda: dict, declared: dict[str, str]) -> None:
    *packages, pip = conda["dependencies"]
    named = dict(parts(package) for package in packages if not package.startswith(("python=", "pip")))
    named |= dict(parts(package) for package in pip["pip"] if package != "-e .")
    assert {CONDA_NAMES.get(name, name): condition for name, condition in named.items()} == declared


def test_conda_takes_only_conda_forge(conda: dict) -> None:
    assert conda["name"] == "dateline"
    assert conda["channels"] == ["conda-forge", "nodefaults"]


def test_conda_pins_python_to_a_supported_minor(conda: dict) -> None:
    assert conda["dependencies"][0].removeprefix("python=") in SUPPORTED


def test_conda_installs_the_project_itself_by_pip(conda: dict) -> None:
    assert "pip" in conda["dependencies"]
    assert conda["dependencies"][-1]["pip"][-1] == "-e ."


@pytest.fixture(scope="module")
def pins(root: Path) -> str:
    return (root / "requirements.lock").read_text(encoding="utf-8")


def test_every_package_is_pinned(pins: str, declared: dict[str, str]) -> None:
    pinned = {parts(line)[0] for line in pins.splitlines() if re.match(r"\w", line)}
    assert set(declared) <= pinned


def test_every_pin_has_a_version_and_a_hash(pins: str) -> None:
    entries = re.findall(r"^\w.*(?:\n[ ].*)*", pins, re.M)
    assert len(entries) > 100
    assert [
        entry for entry in entries if not re.match(r"[\w.-]+==[\w.]+[^\n]*\\\n\s+--hash=sha256:", entry)
    ] == []


def test_pins_name_no_address_and_no_path(pins: str) -> None:
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links|(^|\s)/", pins)


def test_the_build_back_end_is_the_pinned_one(project: dict) -> None:
    assert project["build-system"]["requires"] == project["dependency-groups"]["build"]


def test_versions_agree(project: dict) -> None:
    import dateline

    assert dateline.__version__ == project["project"]["version"]


@pytest.mark.parametrize(
    "statement", ["import dateline", "import dateline.cli", "import dateline; dateline.read"]
)
def test_importing_brings_no_heavy_library(statement: str) -> None:
    heavy = "{'pandas', 'numpy', 'matplotlib', 'pyarrow', 'lemminflect', 'IPython', 'nbformat'}"
    command = f"{statement}; import sys; print(*sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_extractors_do_without_pandas(root: Path) -> None:
    modules = [
        path
        for folder in ("extract", "language", "reading")
        for path in (root / "src/dateline" / folder).rglob("*.py")
    ]
    assert [
        path.name for path in modules if re.search(r"^\s*(import|from) pandas", path.read_text(), re.M)
    ] == []


def test_the_public_face_is_complete() -> None:
    import dateline

    assert [name for name in dateline.__all__ if not hasattr(dateline, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'pars'"):
        dateline.pars  # noqa: B018


def test_make_help_lists_every_target_for_users(root: Path) -> None:
    targets = set(re.search(r"^\.PHONY: (.*)$", (root / "Makefile").read_text(), re.M)[1].split())
    done = subprocess.run(["make", "help"], cwd=root, capture_output=True, text=True, check=True)
    assert {line.split()[1] for line in done.stdout.splitlines() if line.startswith("  make ")} == targets


@pytest.fixture(scope="module")
def makefile(root: Path) -> str:
    return (root / "Makefile").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def workflow(root: Path) -> dict:
    return yaml.safe_load((root / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8"))


def steps(workflow: dict) -> list[dict]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_the_workflow_tries_each_supported_python(workflow: dict, makefile: str, project: dict) -> None:
    tried = workflow["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert tried == SUPPORTED
    assert sorted(re.findall(r"python(3\.\d+)", makefile.split("CANDIDATES :=")[1].split("\n")[0])) == tried
    assert project["project"]["requires-python"] == f">={tried[0]}"


def test_the_workflow_makes_what_there_is_to_make(workflow: dict, makefile: str) -> None:
    runs = [step["run"].split() for step in steps(workflow) if "run" in step]
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.M))
    assert {command for command, *_ in runs} == {"make"}
    assert {target for _, target, *_ in runs} <= targets


def test_the_workflow_may_only_read(workflow: dict) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert [job for job in workflow["jobs"].values() if "permissions" in job] == []
    checkouts = [step for step in steps(workflow) if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["with"]["persist-credentials"] for step in checkouts] == [False, False]


def test_actions_are_pinned_to_a_full_version(workflow: dict) -> None:
    actions = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert actions
    assert [action for action in actions if not re.fullmatch(r"[\w-]+/[\w-]+@v\d+\.\d+\.\d+", action)] == []


def test_a_newer_push_cancels_the_older_run(workflow: dict) -> None:
    assert workflow["concurrency"]["cancel-in-progress"] is True


def test_binder_installs_the_pins_and_nothing_else(root: Path, project: dict) -> None:
    folder = root / ".binder"
    assert (folder / "requirements.txt").read_text().split() == ["-r", "../requirements.lock"]
    assert (folder / "runtime.txt").read_text().strip().removeprefix("python-") in SUPPORTED
    script = folder / "postBuild"
    assert script.stat().st_mode & 0o111
    subprocess.run(["sh", "-n", script], check=True)
    assert "--no-deps --no-build-isolation --editable ." in script.read_text()


def test_the_devcontainer_sets_up_what_make_does(root: Path, makefile: str) -> None:
    container = json.loads((root / ".devcontainer" / "devcontainer.json").read_text())
    assert re.fullmatch(r"python:(3\.\d+)-bookworm", container["image"])[1] in SUPPORTED
    _, target, _ = container["postCreateCommand"].split()
    assert target == ".venv/.ready"
    assert "READY := $(VENV)/.ready" in makefile and "VENV := .venv" in makefile


def test_all_of_them_take_the_same_python(root: Path, conda: dict, workflow: dict) -> None:
    container = json.loads((root / ".devcontainer" / "devcontainer.json").read_text())
    assert container["image"] == workflow["jobs"]["browser"]["container"]
    version = conda["dependencies"][0].removeprefix("python=")
    assert container["image"] == f"python:{version}-bookworm"
    assert (root / ".binder" / "runtime.txt").read_text().strip() == f"python-{version}"
