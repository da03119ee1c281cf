package io.github.sea4j.kernel;

import io.github.sea4j.kernel.cell.CellRun;
import io.github.sea4j.kernel.output.CellStream;
import io.github.sea4j.kernel.output.Channel;
import io.github.sea4j.kernel.output.OutputQueue;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code System.out}, {@code err} and {@code in} as cells see them. */
final class StandardStreams {

  private final PrintStream out;
  private final PrintStream err;

  StandardStreams(OutputQueue queue, RunningCells cells) {
    out = stream(queue, cells, Channel.OUT, System.out);
    err = stream(queue, cells, Channel.ERR, System.err);
  }

  private static PrintStream stream(
      OutputQueue queue, RunningCells cells, Channel channel, OutputStream outside) {
    OutputStream stream =
        new CellStream(
            queue,
            channel,
            outside,
            cells::target,
            CellRun::endIfStopped,
            CellStream.MOST_CHARACTERS);
    return new PrintStream(stream, false, StandardCharsets.UTF_8);
  }

  /** To be called where a cell begins: what an earlier one put in their place lasts no longer. */
  void replace(InputStream in) {
    System.setOut(out);
    System.setErr(err);
    System.setIn(in);
  }
}
