"""What the kernel does above IJava: help, completion, output and errors."""

import pytest

from conftest import first_compiler
from session import Session

pytestmark = pytest.mark.slow


def quick_session() -> Session:
    with first_compiler():
        return Session()


@pytest.fixture(scope="module")
def session():
    session = quick_session()
    yield session
    session.end()


def test_completion_and_help_work_before_any_cell():
    session = quick_session()
    try:
        assert session.complete("Deconv") == [
            {"start": 0, "end": 6, "text": "Deconvolution", "type": "class"}
        ]
        assert "solve" in session.inspect("new Sea().solve(", 16)["text/plain"]
    finally:
        session.end()


def test_an_interrupt_before_the_first_cell_began_is_not_lost():
    session = quick_session()
    try:
        request = session.start("while (true) { }")
        session.interrupt()
        assert session.outputs(request).error["ename"] == "Interrupted"
        assert session.run("6 * 7").value() == "42"
    finally:
        session.end()


def test_help_has_signature_sentence_parameters_and_errors(session):
    help = session.inspect("ConvolutionOperator.circular(", 29)
    text = help["text/plain"]
    assert text.startswith(
        "static ConvolutionOperator circular(int n, double[] kernel, int centre)"
    )
    for part in ["Circular convolution.", "Parameters", "Throws", "IllegalArgumentException"]:
        assert part in text
    assert "<code>kernel</code>" in help["text/html"]


def test_help_has_the_source_where_it_is_asked_for(session):
    help = session.inspect("new Sea().withIterations(", 25, detail=1)
    assert "Source: io/github/sea4j/" in help["text/plain"]
    assert "return" in help["text/plain"]


def test_a_question_mark_asks_for_help(session):
    assert "Support Exploration Algorithm" in session.run("Sea?").value()
    assert session.run("?Sea").value() == session.run("Sea?").value()
    assert "public final class Sea" in session.run("Sea??").value()
    assert "Nothing is known" in session.run("Nonsense?").value()


def test_help_knows_the_rest_of_java_and_what_cells_declare(session):
    assert "max(int a, int b)" in session.inspect("Math.max(", 9)["text/plain"]
    session.run("double twice(double x) { return 2 * x; }")
    assert "double twice(double x)" in session.inspect("twice(", 6)["text/plain"]
    assert session.inspect("nothingOfTheKind(", 17) is None


def test_completion_offers_what_fits(session):
    session.run("var instance = Deconvolution.gaussian(50, 2.0).instance(3, 1); 1 + 1")
    session.run("SparseProblem problem = instance.problem();")
    offered = [each["text"] for each in session.complete("new Sea().solve(")]
    assert "problem" in offered
    assert len(offered) < 20
    assert not any(text.startswith("$") for text in offered)
    assert {"text": "support()", "type": "Support"}.items() <= session.complete(
        "var s = new Sea().solve(problem);\ns.supp"
    )[0].items()


def test_the_reference_is_in_the_help_menu(session):
    links = {link["text"]: link["url"] for link in session.info()["help_links"]}
    assert links["sea4j Reference"].endswith("kernelspecs/java/documentation/index.html")


def test_a_burst_of_prints_arrives_whole_in_few_messages(session):
    outputs = session.run("for (int i = 0; i < 100_000; i++) System.out.println(i);")
    assert outputs.text == "".join(f"{i}\n" for i in range(100_000))
    assert outputs.messages < 500


def test_prints_and_displays_keep_their_order(session):
    request = session.start(
        'System.out.println("a"); System.err.println("b"); display("c"); System.out.println("d");'
    )
    seen = [
        content.get("text") or content.get("data", {}).get("text/plain")
        for kind, content in iter_until_idle(session, request)
        if kind in {"stream", "display_data"}
    ]
    assert seen == ["a\n", "b\n", "c", "d\n"]


def iter_until_idle(session, request):
    for kind, content in session._published(request):
        if kind == "status" and content["execution_state"] == "idle":
            return
        yield kind, content


def test_a_value_of_megabytes_is_cut_with_a_note(session):
    value = session.run('"x".repeat(16_900_000)').value()
    assert value.startswith("xxx")
    assert "16,880,000 more" in value
    assert len(value) < 21_000


def test_an_exception_shows_the_lines_of_cells_and_no_others(session):
    session.run("int divide(int x) {\n  return 1 / x;\n}")
    outputs = session.run("int zero = 0;\n\ndivide(zero)")
    assert outputs.error["ename"] == "ArithmeticException"
    assert outputs.error["evalue"] == "/ by zero"
    first, inside, outside = outputs.traceback()
    assert first == "ArithmeticException: / by zero"
    assert inside.endswith("]: return 1 / x;")
    assert outside == "    at line 3: divide(zero)"


def test_a_cell_that_fails_is_numbered_like_any_other(session):
    before = session.reply("1 + 1")["execution_count"]
    failed = session.reply("Object none = null; none.hashCode()")
    assert failed["status"] == "error"
    assert failed["execution_count"] == before + 1


def test_a_misspelt_solver_is_one_line(session):
    [line] = session.run('\nvar s = Solvers.parse("seaa");').traceback()
    assert "'seaa'" in line
    assert line.endswith("(line 2)")


def test_what_does_not_compile_shows_its_place(session):
    lines = session.run("int a = 1;\nint b = nothing(a);").traceback()
    assert lines[0] == "line 2: cannot find symbol"
    assert lines[1:3] == ["    int b = nothing(a);", "            ^^^^^^^"]


def test_a_value_that_cannot_be_shown_is_told_in_a_line(session):
    code = 'class Bad { public String toString() { throw new IllegalStateException("no"); } }'
    [line] = session.run(f"{code}\nnew Bad()").traceback()
    assert "IllegalStateException: no" in line


def test_magics_work_as_before(session):
    lines = session.run("%nosuchmagic 3").traceback()
    assert "nosuchmagic" in lines[0]
    assert lines[-1] == "    at line 1: %nosuchmagic 3"
