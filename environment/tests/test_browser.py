"""The notebooks in JupyterLab in a real browser, worked as a reader would."""

import os
import re
import shutil
from pathlib import Path

import nbformat
import pytest
from nbconvert import HTMLExporter
from playwright.sync_api import Page, expect, sync_playwright

from conftest import NOTEBOOKS, ROOT, first_compiler
from execution import execute, read
from explorer import FRAME, STILL, Explorer
from figures import figures
from lab import KERNEL_SECONDS, VIEW, Lab
from server import Server
from session import BEGUN, SOLVING

# For one step, on a machine that is busy.
MILLISECONDS = 60_000

# These are worked by hand, so to speak; the others run the same way and are only looked at.
WORKED = [
    "00-contents.ipynb",
    "22-figure-3-deconvolution-instance.ipynb",
    "solutions/14-solutions.ipynb",
]

PICTURES = ROOT / "environment" / ".work" / "reports" / "browser"

BUSY = BEGUN + "long c = 0; while (true) c++;"
SOLVE = f"""{SOLVING}var best = solving();
System.out.println("ne" + "ver");"""

# One thread: the other core is for the browser.
SWEEP = """Experiments.deconvolution().sparsities(5).solvers("sea").instances(100_000)
.seed(2).threads(1).run();"""

RUN = """var instance = Deconvolution.gaussian(100, 2.0).withSignalToNoise(20).instance(6, 3);
var solution = new Sea().solve(instance.problem());
Notebook.explore(new Sea(), instance);"""
ANSWER = 'String.format("%s %.3g", solution.support(), solution.relativeResidual())'


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    """What JupyterLab shows: the notebooks and beside them the stored results."""
    folder = tmp_path_factory.mktemp("lab")
    for name in ["notebooks", "data"]:
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def server(browser, folder, tmp_path_factory):
    # test_kernel_stop.py stops kernels as they are.
    with first_compiler():
        server = Server(folder, tmp_path_factory.mktemp("home"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser():
    program = os.environ.get("SEA4J_CHROMIUM")
    if program is None:
        why = "SEA4J_CHROMIUM names no browser; environment/test finds or installs Chromium"
        if os.environ.get("SEA4J_BROWSER") == "required":
            pytest.fail(why, pytrace=False)
        pytest.skip(why)
    # Chromium's sandbox refuses to run as root, which is what a container often is.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        # One context for all pages: JupyterLab's megabytes are fetched and compiled once.
        context = browser.new_context(viewport=VIEW)
        context.set_default_timeout(MILLISECONDS)
        expect.set_options(timeout=MILLISECONDS)
        yield context
        browser.close()


@pytest.fixture
def page(browser):
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def lab(page, server):
    yield Lab(page, server)
    server.end_kernels()


@pytest.fixture(scope="session")
def gallery(browser, server):
    """JupyterLab to look at notebooks in, one after the other: it is loaded once."""
    page = browser.new_page()
    lab = Lab(page, server)
    lab.open()
    yield lab
    page.close()


@pytest.fixture(scope="session")
def executed(browser, tmp_path_factory) -> Path:
    """A notebook with an explorer, executed elsewhere."""
    path = tmp_path_factory.mktemp("elsewhere") / "explorer.ipynb"
    cells = [nbformat.v4.new_code_cell(source) for source in [RUN, ANSWER]]
    metadata = read(NOTEBOOKS / "00-contents.ipynb").metadata
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), path)
    with first_compiler():
        done = execute(path, seconds_a_cell=60).notebook
    nbformat.write(done, path)
    return path


def test_the_server_asks_for_its_token(server):
    assert server.refuses_without_token()


@pytest.mark.parametrize("name", WORKED)
def test_a_reader_runs_it(name: str, lab: Lab):
    lab.open_from_file_browser(f"notebooks/{name}")
    lab.restart_and_run_all()
    lab.picture(PICTURES / "run" / Path(name).with_suffix(".png"))
    looks_right(lab, NOTEBOOKS / name)


def test_a_reader_sees_all_of_it(path: Path, executions, gallery: Lab, folder: Path):
    name = path.relative_to(NOTEBOOKS)
    # Beside the folder of the notebooks, so that their links to pictures hold.
    copy = folder / "executed" / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(executions.of(path).notebook, copy)
    gallery.server.trust(read(copy))
    gallery.show(str(copy.relative_to(folder)))
    gallery.picture(PICTURES / name.with_suffix(".png"))
    looks_right(gallery, path)


def looks_right(lab: Lab, path: Path) -> None:
    """No error, and every output in full: nothing cut off, nothing squeezed, nothing hidden."""
    assert lab.errors() == []
    assert lab.cut() == []
    assert [p for p in lab.prompts() if not re.fullmatch(r"\[\d+\]:", p)] == []
    shown = lab.figures()
    assert len(shown) == len(figures(read(path)))
    for figure in shown:
        # Drawn at twice the size.
        assert figure["natural"] == 2 * figure["width"], figure
        assert figure["height"] > 0, figure
        assert figure["overhang"] <= 0, figure


def test_the_stop_button_ends_a_cell_and_the_kernel_goes_on(lab: Lab):
    lab.open_from_file_browser("notebooks/00-contents.ipynb")
    for code in [BUSY, SOLVE]:
        cell = lab.type_cell(code)
        lab.run()
        shown = cell.locator(".jp-OutputArea")
        expect(shown).to_contain_text("begun")
        assert cell.locator(".jp-InputPrompt").inner_text().strip() == "[*]:"
        lab.stop()
        expect(shown).to_contain_text("Evaluation interrupted.")
        after = lab.type_cell('"still " + (40 + 2)')
        lab.run()
        after.locator(".jp-OutputArea-output", has_text="still 42").wait_for()
    # The solve's best answer so far, and nothing of what would have come after it.
    expect(shown).to_contain_text("distinct supports")
    expect(shown).not_to_contain_text("never")


def test_a_burst_of_lines_is_shown_whole(lab: Lab):
    lab.open_from_file_browser("notebooks/00-contents.ipynb")
    cell = lab.type_cell("for (int i = 1; i <= 100_000; i++) System.out.println(i);")
    lab.run()
    expect(cell.locator(".jp-InputPrompt")).to_have_text("[1]:")
    expect(cell.locator(".jp-OutputArea")).to_contain_text("99999\n100000")
    text = cell.locator(".jp-OutputArea pre").all_text_contents()
    assert "".join(text) == "".join(f"{i}\n" for i in range(1, 100_001))


def test_a_million_lines_leave_the_page_usable(lab: Lab):
    lab.open_from_file_browser("notebooks/00-contents.ipynb")
    cell = lab.type_cell("for (int i = 1; i <= 1_000_000; i++) System.out.println(i);")
    lab.run()
    expect(cell.locator(".jp-InputPrompt")).to_have_text("[1]:", timeout=1000 * KERNEL_SECONDS)
    expect(cell.locator(".jp-OutputArea")).to_contain_text("what follows is not shown.")
    after = lab.type_cell('"still " + (40 + 2)')
    lab.run()
    after.locator(".jp-OutputArea-output", has_text="still 42").wait_for()


def test_a_reopened_page_says_when_its_bar_was_written(lab: Lab, browser, folder):
    metadata = read(NOTEBOOKS / "00-contents.ipynb").metadata
    nbformat.write(nbformat.v4.new_notebook(metadata=metadata), folder / "reopened.ipynb")
    lab.open_from_file_browser("reopened.ipynb")
    cell = lab.type_cell(SWEEP)
    lab.run()
    begun = re.compile(r"[1-9]\d* of 100000 trials")
    expect(cell.locator(".jp-OutputArea")).to_contain_text(begun, timeout=1000 * KERNEL_SECONDS)
    lab.save()
    lab.page.close()
    again = Lab(browser.new_page(), lab.server)
    again.open_busy("reopened.ipynb")
    bar = again.notebook().locator(".jp-OutputArea-output", has=again.page.locator("progress"))
    for part in [r"written \d{4}-\d\d-\d\d \d\d:\d\d:\d\d", r"\.into\(folder\)"]:
        expect(bar).to_contain_text(re.compile(part))
    # The kernel goes on, and what it says of it does not reach this page.
    shown = bar.inner_text()
    again.page.wait_for_timeout(2000)
    assert bar.inner_text() == shown
    again.picture(PICTURES / "reopened.png")
    again.page.close()


def test_completion_and_help_before_any_cell_has_run(lab: Lab):
    lab.open_from_file_browser("notebooks/00-contents.ipynb")
    for typed, completed in [("Deconv", "Deconvolution"), ("new Sea().withIt", "withIterations(")]:
        cell = lab.type_cell(typed)
        offered = lab.press_until("Tab", ".jp-Completer .jp-Completer-match")
        expect(offered).to_have_text([completed])
        lab.page.keyboard.press("Enter")
        expect(cell.locator(".cm-content")).to_contain_text(completed)
    lab.type_cell("new Sea().solve(")
    tooltip = lab.press_until("Shift+Tab", ".jp-Tooltip")
    for part in ["Solution solve(SparseProblem problem", "Parameters", "Throws"]:
        expect(tooltip).to_contain_text(part)


def test_the_explorer_is_stepped_by_click_and_by_key(executed, folder, server, lab: Lab):
    shutil.copy(executed, folder / "trusted.ipynb")
    server.trust(read(executed))
    lab.open_from_file_browser("trusted.ipynb")
    # What is shown comes from the file: the kernel is not needed any more.
    server.end_kernels()
    step_through(lab.page, executed)
    expect(lab.page.locator(STILL)).to_be_hidden()
    PICTURES.mkdir(parents=True, exist_ok=True)
    lab.page.locator(FRAME).screenshot(path=PICTURES / "explorer.png")


def test_the_explorer_works_in_an_exported_page(executed, tmp_path, page: Page):
    exported = tmp_path / "explorer.html"
    exported.write_text(HTMLExporter().from_filename(executed)[0], encoding="utf-8")
    # The export's formulas come from a network that must not matter here.
    page.route(re.compile("^https?:"), lambda route: route.abort())
    page.goto(exported.as_uri())
    step_through(page, executed)


def step_through(page: Page, executed: Path) -> None:
    """All ways to move, and the same answer as the solver's own."""
    explorer = Explorer(page)
    last = explorer.iterations() - 1
    best = explorer.iteration()
    assert 3 < best <= last
    answer = read(executed).cells[1].outputs[0].data["text/plain"]
    *support, residual = re.findall(r"[\d.e-]+", answer)
    assert explorer.support() == [int(j) for j in support]
    assert f"best so far {float(residual):.3g}" in explorer.reading()
    assert explorer.every_support_holds_the_largest()
    assert explorer.marks() > 20

    assert explorer.click("first") == 0
    assert explorer.click("forward") == 1
    assert explorer.press("ArrowRight") == 2
    assert explorer.press("Shift+ArrowRight") == min(12, last)
    assert explorer.press("Home") == 0
    assert explorer.press("End") == last
    assert explorer.press("ArrowLeft") == last - 1
    assert explorer.press("b") == best
    explorer.inside.locator("#slider").focus()
    assert explorer.press("Home") == 0
    assert explorer.press("ArrowRight") == 1
    explorer.click("play")
    expect(explorer.inside.locator("#explorer")).not_to_have_attribute("data-iteration", "1")
    stopped = explorer.click("play")
    assert 1 < stopped < last
    page.wait_for_timeout(300)
    assert explorer.iteration() == stopped


def test_an_untrusted_notebook_shows_the_explorer_as_a_picture(executed, folder, lab: Lab):
    # Trust goes with the content, so this must not be what another test trusts.
    notebook = read(executed)
    notebook.cells.append(nbformat.v4.new_markdown_cell("From elsewhere."))
    nbformat.write(notebook, folder / "untrusted.ipynb")
    lab.open_from_file_browser("untrusted.ipynb")
    still = lab.page.locator(STILL)
    expect(still).to_be_visible()
    assert lab.page.locator("iframe").count() == 0
    size = still.evaluate("image => [image.naturalWidth, image.clientWidth]")
    assert size[0] >= size[1] > 0
    lab.picture(PICTURES / "explorer-untrusted.png")
