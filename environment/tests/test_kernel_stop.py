"""After the stop button nothing of the cell goes on, and the next cell answers."""

import time

import pytest

from session import BEGUN, SECONDS, SOLVING, Session, other_javas

pytestmark = pytest.mark.slow

CELLS = {
    "loop over a variable": "long c = 0; while (true) c++;",
    "loop in a block": "{ double v = 0; for (int i = 0; i < 2e9; i++) v += Math.sin(i); }",
    "prints": "while (true) System.out.println(1);",
    "paced prints": "while (true) { System.out.println(1); Thread.sleep(20); }",
    "catches all": "while (true) { try { Thread.sleep(5); System.out.println(1); } "
    "catch (Throwable t) { } }",
    "stream": "IntStream.iterate(0, i -> i + 1).forEach(i -> { });",
    "parallel stream": "IntStream.range(0, 2_000_000_000).parallel().forEach(i -> Math.pow(i, i));",
    "thread": "var t = new Thread(() -> { while (true) { } }); t.start(); t.join();",
    "thread left behind": "new Thread(() -> { while (true) { try { Thread.sleep(5); "
    "System.out.println(2); } catch (Throwable t) { } } }).start(); Thread.sleep(1_000_000);",
    "pool": "var pool = Executors.newFixedThreadPool(2); for (int i = 0; i < 2; i++) "
    "pool.submit(() -> { while (true) { } }); pool.awaitTermination(9, TimeUnit.HOURS);",
    "sleep": "Thread.sleep(1_000_000);",
    "printing library": "Stream.generate(Math::random).forEach(System.out::println);",
    "question": "new Scanner(System.in).nextLine();",
    "value that never shows": "class Endless { public String toString() { while (true) { } } }\n"
    "new Endless()",
    "function of an earlier cell": "spin();",
}


@pytest.fixture(scope="module", params=[None, *other_javas()])
def session(request):
    session = Session(request.param)
    session.run("void spin() { while (true) { try { Thread.sleep(1); } catch (Throwable t) { } } }")
    yield session
    session.end()


def stopped(session, code, begun=BEGUN):
    """What a cell has shown that was stopped once it had begun, and for how long it went on."""
    request = session.start(begun + code)
    session.shown(request, "begun")
    time.sleep(0.3)
    pressed = time.monotonic()
    session.interrupt()
    outputs = session.outputs(request)
    return outputs, time.monotonic() - pressed


@pytest.mark.parametrize("code", CELLS.values(), ids=CELLS.keys())
def test_a_stopped_cell_is_at_rest(session, code):
    outputs, seconds = stopped(session, code)
    assert outputs.error["ename"] == "Interrupted"
    assert outputs.traceback()[0] == "Evaluation interrupted."
    began = time.monotonic()
    assert session.run("40 + 2").value() == "42"
    print(f"ended after {seconds:.2f} s, the next cell took {time.monotonic() - began:.2f} s")
    assert session.stray(0.5) == []
    comes_to_rest(session)


def comes_to_rest(session):
    """The compiler of the virtual machine may be busy for a while, a loop for ever."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        before = session.processor_seconds()
        time.sleep(1)
        if session.processor_seconds() - before < 0.1:
            return
    pytest.fail("the processor is still busy")


def test_an_interrupted_solve_shows_its_best_answer_and_the_cell_ends(session):
    session.run(SOLVING)
    outputs, _ = stopped(session, "var best = solving();\nint never = 1;", begun="")
    assert outputs.error["ename"] == "Interrupted"
    assert "40 columns" in outputs.value()
    assert "cannot find symbol" in session.run("never").traceback()[0]


def test_other_cells_threads_go_on(session):
    session.run("volatile long beats = 0;")
    session.run("Thread other = new Thread(() -> { while (beats >= 0) beats++; }); other.start();")
    stopped(session, "while (true) { }")
    assert session.run("other.isAlive()").value() == "true"
    # With no cell running, the stop button is for what earlier cells left running.
    session.interrupt()
    comes_to_rest(session)
    assert session.run("other.isAlive()").value() == "false"


def test_a_foreign_loop_is_left_behind_with_a_note(session):
    outputs, _ = stopped(session, "LongStream.range(0, Long.MAX_VALUE).sum()")
    assert "left behind" in outputs.traceback()[1]
    assert session.run("40 + 2").value() == "42"
    assert session.stray(0.5) == []
