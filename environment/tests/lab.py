"""A page of JupyterLab in a real browser, worked by mouse and keyboard."""

import re
import time
from pathlib import Path

from playwright.sync_api import Locator, Page, TimeoutError, expect

from server import Server

KERNEL_SECONDS = 240
NOTEBOOK_SECONDS = 600
# JupyterLab itself gives up after 15 s.
ANSWER_MILLISECONDS = 20_000
# A laptop's screen.
VIEW = {"width": 1440, "height": 900}
TALLEST_PICTURE = 16_000

# JupyterLab's own objects tell what its status line only hints at.
READY = """async () => {
    const panel = window.jupyterapp.shell.currentWidget;
    const connection = panel?.sessionContext?.session?.kernel;
    if (connection?.connectionStatus !== 'connected') return false;
    await connection.info;
    return true;
}"""

SHOW = """async path => {
    const {commands, restored} = window.jupyterapp;
    await restored;
    // The page is drawn before the last extensions have registered their commands.
    for (let tries = 0; tries < 300 && !commands.hasCommand('application:close-all'); tries++) {
        await new Promise(resolve => setTimeout(resolve, 100));
    }
    await commands.execute('application:close-all');
    const kernelPreference = {shouldStart: false, canStart: false, autoStartDefault: false};
    const panel = await commands.execute(
        'docmanager:open', {path, factory: 'Notebook', kernelPreference});
    await panel.context.ready;
    await panel.revealed;
    const distrusted = cell => cell.model.type === 'code' && !cell.model.trusted;
    if (panel.content.widgets.some(distrusted)) throw new Error(path + ' is not trusted');
}"""

# All Markdown is rendered, and for half a second neither a formula nor a line was added.
SETTLED = """() => {
    const panel = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden)');
    if (!panel || panel.querySelector('.jp-MarkdownCell:not(.jp-mod-rendered)')) return false;
    const height = panel.querySelector('.jp-WindowedPanel-outer').scrollHeight;
    const state = height + ' ' + panel.querySelectorAll('mjx-container').length;
    const now = performance.now();
    if (panel.dataset.state !== state) Object.assign(panel.dataset, {state, since: now});
    return now - panel.dataset.since > 500;
}"""

PROMPTS = """() => [...document.querySelectorAll(
    '.jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell')]
    .filter(cell => cell.querySelector('.cm-content').innerText.trim())
    .map(cell => cell.querySelector('.jp-InputPrompt').innerText.trim())"""

ERRORS = ", ".join(
    f'.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.{kind}"]'
    for kind in ["error", "stderr"]
)


class Lab:
    """One page; the notebook is the one whose tab is in front."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.server = server

    def open_from_file_browser(self, path: str) -> None:
        """Double-clicks through the folders to the notebook and waits for its kernel."""
        self.open_busy(path)
        self._await_kernel()

    def open_busy(self, path: str) -> None:
        """The same for a notebook whose kernel runs a cell, and answers nothing until its end."""
        self.open()
        files = self.page.locator(".jp-FileBrowser:visible .jp-DirListing-content")
        for part in Path(path).parts:
            name = files.locator(".jp-DirListing-itemText").get_by_text(part, exact=True)
            name.dblclick()

    def open(self) -> None:
        """JupyterLab with no notebook in front."""
        self.page.goto(self.server.url())
        self.page.wait_for_selector("#jupyterlab-splash", state="detached")

    def show(self, path: str) -> None:
        """Puts a notebook in front as it is in its file, without a kernel, and nothing else."""
        self.page.evaluate(SHOW, path)
        self.page.wait_for_function(SETTLED)

    def _await_kernel(self) -> None:
        end = time.monotonic() + KERNEL_SECONDS
        while not self.page.evaluate(READY):
            assert time.monotonic() < end, "the kernel did not start"
            time.sleep(0.2)

    def _menu(self, menu: str, entry: str) -> None:
        self.page.get_by_role("menuitem", name=menu, exact=True).click()
        self.page.get_by_role("menuitem", name=re.compile(rf"^{re.escape(entry)}")).first.click()

    def restart_and_run_all(self) -> None:
        """Kernel, Restart Kernel and Run All Cells; waits until no cell runs any more."""
        self._menu("Kernel", "Restart Kernel and Run All Cells")
        self.page.locator(".jp-Dialog button.jp-mod-accept").click()
        self.page.wait_for_function(f"({PROMPTS})().includes('[*]:')")
        # The cells behind one that failed lose their star without having got a number.
        self.page.wait_for_function(
            f"!({PROMPTS})().includes('[*]:')", timeout=1000 * NOTEBOOK_SECONDS
        )
        # An output may come a moment after its cell's number.
        self.page.wait_for_timeout(300)

    def notebook(self) -> Locator:
        return self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")

    def prompts(self) -> list[str]:
        """The text before each code cell that holds code, such as [3]:"""
        return self.page.evaluate(PROMPTS)

    def errors(self) -> list[str]:
        """What the notebook shows of exceptions, of standard error and of broken formulas."""
        shown = self.notebook().locator(f"{ERRORS}, mjx-merror")
        return shown.all_inner_texts()

    def figures(self) -> list[dict]:
        """Each figure with its natural and its shown size, once all have been loaded."""
        return (
            self.notebook()
            .locator(".jp-RenderedImage img")
            .evaluate_all(
                """images => Promise.all(images.map(async image => {
                    await image.decode();
                    const box = image.getBoundingClientRect();
                    const cell = image.closest('.jp-OutputArea-output').getBoundingClientRect();
                    return {natural: image.naturalWidth, width: box.width, height: box.height,
                            overhang: box.right - cell.right};
                }))"""
            )
        )

    def cut(self) -> list[str]:
        """The beginning of each piece of code or output that is wider than the page."""
        parts = self.notebook().locator(".jp-CodeCell .cm-scroller, .jp-OutputArea-output")
        return parts.evaluate_all(
            """parts => parts.filter(part => part.scrollWidth > part.clientWidth)
                .map(part => part.innerText.trim().slice(0, 200))"""
        )

    def type_cell(self, source: str) -> Locator:
        """Adds a cell at the end with this source and returns it, its editor in focus."""
        cells = self.notebook().locator(".jp-CodeCell")
        before = cells.count()
        self.notebook().locator(".jp-Cell").last.click()
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("b")
        expect(cells).to_have_count(before + 1)
        cell = cells.nth(before)
        cell.locator(".cm-content").click()
        self.page.keyboard.insert_text(source)
        expect(cell.locator(".cm-content")).to_contain_text(source.splitlines()[0])
        return cell

    def press_until(self, keys: str, selector: str) -> Locator:
        """Presses keys again where JupyterLab gave up waiting for a kernel that is starting."""
        shown = self.page.locator(selector)
        end = time.monotonic() + KERNEL_SECONDS
        while time.monotonic() < end:
            self.page.keyboard.press(keys)
            try:
                shown.first.wait_for(timeout=ANSWER_MILLISECONDS)
                return shown
            except TimeoutError:
                continue
        raise AssertionError(f"{keys} showed nothing")

    def run(self) -> None:
        self.page.keyboard.press("Shift+Enter")

    def stop(self) -> None:
        """The button with the square in the notebook's toolbar."""
        self.notebook().locator('[data-jp-item-name="interrupt"] jp-button').click()

    def save(self) -> None:
        self.page.evaluate("() => window.jupyterapp.shell.currentWidget.context.save()")

    def picture(self, target: Path) -> None:
        """The whole notebook as one picture: the page grows until nothing is scrolled."""
        scroller = self.notebook().locator(".jp-WindowedPanel-outer")
        height = scroller.evaluate("element => element.scrollHeight")
        self.page.set_viewport_size(VIEW | {"height": min(TALLEST_PICTURE, height + 200)})
        target.parent.mkdir(parents=True, exist_ok=True)
        self.notebook().screenshot(path=target)
        self.page.set_viewport_size(VIEW)
