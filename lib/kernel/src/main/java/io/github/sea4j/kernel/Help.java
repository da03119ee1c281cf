package io.github.sea4j.kernel;

import io.github.sea4j.kernel.cell.Evaluator;
import io.github.sea4j.kernel.complete.Candidate;
import io.github.sea4j.kernel.complete.Completer;
import io.github.sea4j.kernel.complete.Completions;
import io.github.sea4j.kernel.help.DocIndex;
import io.github.sea4j.kernel.help.HelpText;
import io.github.sea4j.kernel.help.Inspector;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.reply.CompleteReply;
import io.github.spencerpark.jupyter.messages.request.CompleteRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers requests for completion and for help. */
final class Help {

  /** One line with a question mark, or two for the source, before or behind a name. */
  private static final Pattern QUESTION =
      Pattern.compile("\\s*(?!//|/\\*)(?:(\\?\\??)\\s*([^?\\n]+)|([^?\\n]+?)\\s*(\\?\\??))\\s*");

  private final Inspector inspector;
  private final Completer completer;
  private @Nullable DocIndex index;

  Help(Evaluator evaluator) {
    inspector = new Inspector(evaluator.shell().sourceCodeAnalysis(), this::index);
    completer = new Completer(evaluator.shell());
  }

  private DocIndex index() {
    if (index == null) {
      index = DocIndex.load();
    }
    return index;
  }

  void complete(ShellReplyEnvironment environment, CompleteRequest request) {
    environment.setBusyDeferIdle();
    Completions found = completer.complete(request.getCode(), request.getCursorPos());
    List<Map<String, Object>> types =
        found.candidates().stream()
            .map(
                each ->
                    Map.<String, Object>of(
                        "start", found.start(),
                        "end", found.end(),
                        "text", each.text(),
                        "type", each.type()))
            .toList();
    environment.reply(
        new CompleteReply(
            found.candidates().stream().map(Candidate::text).toList(),
            found.start(),
            found.end(),
            Map.of("_jupyter_types_experimental", types)));
  }

  Optional<HelpText> inspect(String code, int cursor, boolean withSource) {
    return inspector.inspect(code, cursor, withSource);
  }

  /** The answer if the cell is a question such as {@code Sea?}; empty if it is code. */
  Optional<HelpText> question(String code) {
    Matcher question = QUESTION.matcher(code);
    if (!question.matches()) {
      return Optional.empty();
    }
    boolean before = question.group(1) != null;
    String name = before ? question.group(2) : question.group(3);
    String marks = before ? question.group(1) : question.group(4);
    Optional<HelpText> found = inspect(name, name.length(), marks.length() > 1);
    String nothing = "Nothing is known of " + name.strip() + ".";
    return found.isPresent() ? found : Optional.of(new HelpText(nothing, nothing));
  }

  static DisplayData display(HelpText help) {
    DisplayData data = new DisplayData(help.text());
    data.putHTML(help.html());
    return data;
  }
}
