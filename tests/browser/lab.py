"""JupyterLab as a user has it: a server on a copy of the project, and its notebooks in a browser.

The server's settings, kernels' profiles and home are an empty folder's, so that no machine's own count. Waits
are on what a user would wait for; a wait that ends without it says what was expected.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from browser import processes
from playwright.sync_api import Locator, Page, expect

SECONDS = 60  # for anything that a user waits for; the slowest takes ten on two cores
_MILLISECONDS = 1000 * SECONDS

# Written as a user's own settings. All cells are drawn, seen or not, so that outputs can be measured.
SETTINGS: dict[str, dict[str, Any]] = {
    "notebook-extension/tracker": {"windowingMode": "none", "scrollPastEnd": False},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "docmanager-extension/plugin": {"autosave": False},
}


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: where it is, and the folder that it shows."""

    url: str
    token: str
    folder: Path
    process: subprocess.Popen

    def stop(self) -> None:
        self.shut_down_kernels()
        processes.stop(self.process)

    def shut_down_kernels(self) -> None:
        """End every kernel, without asking."""
        for session in self._ask("GET", "api/sessions"):
            self._ask("DELETE", f"api/sessions/{session['id']}")

    def _ask(self, method: str, what: str) -> Any:
        header = {"Authorization": f"token {self.token}"}
        with urlopen(Request(self.url + what, method=method, headers=header), timeout=SECONDS) as answer:
            return json.loads(answer.read() or "null")


def start(folder: Path, own: Path) -> Lab:
    """JupyterLab showing ``folder``; all that it keeps is in ``own``, which is empty."""
    token = secrets.token_hex(16)
    for name, values in SETTINGS.items():
        path = own / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values), encoding="utf-8")
    options = [
        "--no-browser",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.root_dir={folder}",
        "--LabApp.extension_manager=readonly",
        *(["--allow-root"] if os.geteuid() == 0 else []),
    ]
    log = own / "server.log"
    command = [sys.executable, "-m", "jupyterlab", *options]
    process = processes.start(command, folder, _variables(own, token), log)
    try:
        _until(lambda: _told(own, process) or process.poll() is not None, f"JupyterLab starts ({log})")
        assert process.poll() is None, f"JupyterLab ended:\n{log.read_text(errors='replace')[-2000:]}"
        url = json.loads(_file(own, process).read_text())["url"]
        return Lab(url.replace("localhost", "127.0.0.1"), token, folder, process)
    except BaseException:
        processes.stop(process)
        raise


def _variables(own: Path, token: str) -> dict[str, str]:
    """The environment, with everything that Jupyter and its kernels keep for a user in one empty folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "DATELINE"))}
    return {
        **kept,
        "HOME": str(own / "home"),
        "JUPYTER_CONFIG_DIR": str(own / "config"),
        "JUPYTER_DATA_DIR": str(own / "data"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "JUPYTER_TOKEN": token,  # not as an option, which everybody on the machine can read
        "JUPYTERLAB_SETTINGS_DIR": str(own / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
        "IPYTHONDIR": str(own / "ipython"),
        "MPLCONFIGDIR": str(own / "matplotlib"),
    }


def _file(own: Path, process: subprocess.Popen) -> Path:
    """What a server writes as soon as it listens: its address, with the port that was free."""
    return own / "runtime" / f"jpserver-{process.pid}.json"


def _told(own: Path, process: subprocess.Popen) -> bool:
    path = _file(own, process)
    return path.is_file() and path.read_text().rstrip().endswith("}")


def _until(done: Callable[[], object], what: str) -> None:
    end = time.monotonic() + SECONDS
    while not done():
        assert time.monotonic() < end, f"not within {SECONDS} s: {what}"
        time.sleep(0.1)


def open_lab(page: Page, lab: Lab) -> None:
    """JupyterLab with its file browser at the folder's top, and nothing else open."""
    page.goto(f"{lab.url}lab?token={lab.token}&reset", wait_until="domcontentloaded")
    _listed(page, "notebooks").wait_for(timeout=_MILLISECONDS)


def open_notebook(page: Page, lab: Lab, name: str) -> Notebook:
    """The notebook, opened as a user does: double clicks in the file browser, down to the file."""
    page.set_default_timeout(_MILLISECONDS)
    open_lab(page, lab)
    *folders, file = name.split("/")
    for folder in folders:
        _listed(page, folder).dblclick()
    _listed(page, file).dblclick()
    book = Notebook(page)
    stored = json.loads((lab.folder / name).read_text(encoding="utf-8"))["cells"]
    expect(book.cells, f"{name} opens").to_have_count(len(stored), timeout=_MILLISECONDS)
    book.wait_for_kernel()
    return book


def _listed(page: Page, name: str) -> Locator:
    return page.locator(".jp-DirListing-item").filter(has=page.get_by_text(name, exact=True))


def choose(page: Page, *names: str) -> None:
    """An entry of the menu: ``choose(page, "Run", "Run All Cells")``."""
    page.get_by_role("menubar").first.get_by_role("menuitem", name=names[0], exact=True).click()
    for name in names[1:]:  # an entry with entries of its own has no role
        label = page.locator(".lm-Menu-itemLabel").filter(has_text=re.compile(f"^{re.escape(name)}…?$"))
        label.last.click()


def set_theme(page: Page, name: str) -> None:
    """``Light`` or ``Dark``, in the menu as a user does."""
    choose(page, "Settings", "Theme", f"JupyterLab {name}")
    chosen = page.locator(f'body[data-jp-theme-name="JupyterLab {name}"]')
    expect(chosen, f"the theme is {name}").to_be_attached(timeout=_MILLISECONDS)
    settle(page)


def set_window(page: Page, width: int, height: int = 1000) -> None:
    """A window of that size, laid out anew."""
    page.set_viewport_size({"width": width, "height": height})
    settle(page)


def settle(page: Page) -> None:
    """Until the page has been laid out and drawn."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


class Notebook:
    """The notebook that is in front."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.panel = page.locator(".jp-NotebookPanel:visible")
        self.cells = self.panel.locator(".jp-Cell")
        self.code = self.panel.locator(".jp-CodeCell")
        self.outputs = self.panel.locator(".jp-OutputArea-output")

    def wait_for_kernel(self) -> None:
        """Until it has a kernel, and that has nothing to do; or until it asks which one it should have."""
        named = self.panel.locator(".jp-Toolbar-kernelName").or_(self.page.locator(".jp-Dialog"))
        expect(named.last, "the notebook has a kernel").not_to_have_text("No Kernel", timeout=_MILLISECONDS)
        if self.questions():
            return
        idle = self.panel.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')
        expect(idle, "the kernel is ready").to_be_attached(timeout=_MILLISECONDS)

    def questions(self) -> list[str]:
        """The dialogs that wait for an answer."""
        return self.page.locator(".jp-Dialog").all_inner_texts()

    def run_all(self) -> None:
        """Run all cells, and wait until every one has run, or one has failed."""
        choose(self.page, "Edit", "Clear Outputs of All Cells")
        choose(self.page, "Run", "Run All Cells")
        self.page.wait_for_function(_RAN, arg=self.panel.element_handle(), timeout=3 * _MILLISECONDS)
        self.wait_for_kernel()
        settle(self.page)

    def errors(self) -> list[str]:
        """What cells raised or wrote to stderr, each with its cell's number."""
        return self.panel.evaluate(_ERRORS)

    def parameters(self) -> Locator:
        """The editor of the first code cell, which holds the parameters."""
        return self.code.first.locator(".cm-content")

    def source(self, editor: Locator) -> str:
        return "\n".join(editor.locator(".cm-line").all_inner_texts())

    def write(self, editor: Locator, text: str) -> None:
        """Replace what is in an editor, as by hand."""
        editor.click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)
        expect(editor.locator(".cm-line").first).to_have_text(text.splitlines()[0])

    def set_parameter(self, name: str, value: object) -> None:
        """Write another value behind a name of the parameters' cell."""
        editor = self.parameters()
        before = self.source(editor)
        after, count = re.subn(rf"(?m)^{name} = .*$", lambda _: f"{name} = {value!r}", before)
        assert count == 1, f"the first cell has no line `{name} = …`:\n{before}"
        self.write(editor, after)

    def add_cell(self, text: str) -> Locator:
        """A cell below the last one, with a text in it; the cell."""
        last = self.panel.locator(".jp-Cell").last
        last.locator(".jp-InputPrompt").click()
        self.page.keyboard.press("b")
        cell = self.code.last
        self.write(cell.locator(".cm-content"), text)
        return cell

    def run(self, cell: Locator) -> None:
        """Run the cell in which the cursor is, and wait for it."""
        self.page.keyboard.press("Control+Enter")
        prompt = cell.locator(".jp-InputArea-prompt")
        expect(prompt, "the cell ran").to_have_text(re.compile(r"\[\d+\]"), timeout=_MILLISECONDS)
        settle(self.page)

    def resize(self, width: int, height: int = 1000) -> None:
        set_window(self.page, width, height)

    def pictures(self, folder: Path, name: str) -> None:
        """The notebook from top to bottom, one screenshot a windowful."""
        scrolled = self.panel.locator(".jp-WindowedPanel-outer")
        height, window = scrolled.evaluate(
            "one => { one.scrollTop = 0; return [one.scrollHeight, one.clientHeight] }"
        )
        for number, top in enumerate(range(0, height, max(window - 40, 200))):
            scrolled.evaluate("(one, top) => { one.scrollTop = top }", top)
            settle(self.page)
            self.page.screenshot(path=folder / f"{name}-{number:02}.png")


# Nothing waits ([*]), and all that has code has a number, unless a cell failed and the rest didn't run.
_RAN = """panel => {
  const code = cell => cell.querySelector('.cm-content').innerText.trim();
  const prompts = [...panel.querySelectorAll('.jp-CodeCell')].filter(code)
    .map(cell => cell.querySelector('.jp-InputArea-prompt').innerText);
  const failed = panel.querySelector('[data-mime-type="application/vnd.jupyter.error"]');
  const ran = text => /\\[\\d+\\]/.test(text);
  return !prompts.some(text => text.includes('*')) && (failed || prompts.every(ran));
}"""

_ERRORS = """panel => [...panel.querySelectorAll('.jp-CodeCell')].flatMap(cell => {
  const number = cell.querySelector('.jp-InputArea-prompt').innerText.trim();
  const wrong = ['error', 'stderr'].map(kind => `[data-mime-type="application/vnd.jupyter.${kind}"]`);
  return [...cell.querySelectorAll(wrong.join())].map(one => number + ' ' + one.innerText.slice(0, 600));
})"""
