package io.github.sea4j.cli.io;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file that an option may ask for; takes its place whole or not at all.
 *
 * @param path null for none
 * @param file open where there is a path
 */
public record OptionalFile(@Nullable Path path, @Nullable OutputFile file)
    implements AutoCloseable {

  /**
   * Opens it before the work begins.
   *
   * @param option that names it, for messages
   * @param path null for none
   * @param taken files that must not be overwritten; this one joins them
   * @throws BadInput as {@link OutputFile#open} does
   */
  public static OptionalFile open(String option, @Nullable Path path, List<Path> taken) {
    if (path == null) {
      return new OptionalFile(null, null);
    }
    OptionalFile opened = new OptionalFile(path, OutputFile.open(option, path, taken));
    taken.add(path);
    return opened;
  }

  /** Writes what is made for it. */
  public void commit(Function<Path, byte[]> content) {
    if (path != null && file != null) {
      file.commit(content.apply(path));
    }
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
