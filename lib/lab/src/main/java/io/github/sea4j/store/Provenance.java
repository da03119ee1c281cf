package io.github.sea4j.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where results come from: the record beside them.
 *
 * @param experiment name of the experiment
 * @param parameters all that decides the results, the seed among them
 * @param version of the library; where finished results were extended, those of all builds, the
 *     last one last
 * @param commits of the library that took part; more than one after a resume by a newer build
 * @param jdks that took part
 * @param trials in all cells together; 0 while a study that finds its own end runs
 * @param finished when the last trial was, in UTC; absent while the sweep runs
 * @param sha256 of the results file, the same on every machine; absent while the sweep runs
 */
public record Provenance(
    String experiment,
    Map<String, String> parameters,
    String version,
    Set<String> commits,
    Set<String> jdks,
    long trials,
    @Nullable String finished,
    @Nullable String sha256) {

  /** Name of the record's file. */
  static final String FILE = "provenance.json";

  /** Name of the record of a run of which the means are kept. */
  private static final String MEANS_FILE = "means.provenance.json";

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** The record of a study that begins now, with this build. */
  public static Provenance of(String experiment, Parameters parameters, long trials) {
    return new Provenance(
        experiment,
        parameters.toMap(),
        LibraryBuild.version(),
        Set.of(LibraryBuild.commit()),
        Set.of(System.getProperty("java.vm.name") + " " + Runtime.version()),
        trials,
        null,
        null);
  }

  /**
   * The record of the finished results in a folder; none where there are none, or only those of a
   * study that has not finished.
   *
   * @throws IOException if they are there but cannot be read
   * @throws FolderRefusedException if the results are not those that the record was made of
   */
  public static Optional<Provenance> ofFinished(Path folder) throws IOException {
    Provenance record = in(folder);
    if (record == null || record.sha256 == null) {
      return Optional.empty();
    }
    FolderStore.requireUnchanged(folder, record);
    return Optional.of(record);
  }

  /**
   * The record in a folder, or none.
   *
   * @throws IOException if it cannot be read
   * @throws FolderRefusedException if the file is no record
   */
  public static @Nullable Provenance in(Path folder) throws IOException {
    return read(folder.resolve(FILE));
  }

  /**
   * The record of the run whose means are kept in a folder, the hash that of the rows they were
   * made of; none where there are none.
   *
   * @throws IOException if it is there but cannot be read
   * @throws FolderRefusedException if the file is no record
   */
  public static Optional<Provenance> ofMeans(Path folder) throws IOException {
    return Optional.ofNullable(read(folder.resolve(MEANS_FILE)));
  }

  /** Writes this as {@link #ofMeans} reads it. */
  public void writeForMeans(Path folder) throws IOException {
    writeTo(folder.resolve(MEANS_FILE));
  }

  private static @Nullable Provenance read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    // Bytes that are no text become characters that are no record.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    try {
      JsonObject json = GSON.fromJson(text, JsonObject.class);
      if (json == null) {
        throw new JsonParseException("it is empty");
      }
      return of(json);
    } catch (JsonParseException | ClassCastException e) {
      throw new FolderRefusedException(
          file + " is not a record of an experiment: " + e.getMessage(), e);
    }
  }

  /** Member by member: the Gson inside the notebook's kernel is too old to make a record. */
  private static Provenance of(JsonObject json) {
    Map<String, String> parameters = new LinkedHashMap<>();
    JsonObject values = member(json, "parameters", JsonElement::getAsJsonObject);
    for (Map.Entry<String, JsonElement> entry : values.entrySet()) {
      String name = entry.getKey();
      parameters.put(name, member(values, name, JsonElement::getAsString));
    }
    return new Provenance(
        member(json, "experiment", JsonElement::getAsString),
        parameters,
        member(json, "version", JsonElement::getAsString),
        member(json, "commits", Provenance::texts),
        member(json, "jdks", Provenance::texts),
        member(json, "trials", JsonElement::getAsLong),
        optional(json, "finished"),
        optional(json, "sha256"));
  }

  /** What a member holds; another file may hold anything. */
  private static <T> T member(JsonObject json, String name, Function<JsonElement, T> reader) {
    if (!json.has(name)) {
      throw new JsonParseException("it has no '%s'".formatted(name));
    }
    JsonElement value = json.get(name);
    try {
      return reader.apply(value);
    } catch (IllegalStateException
        | UnsupportedOperationException
        | ClassCastException
        | NumberFormatException odd) {
      throw new JsonParseException("'%s' cannot be %s".formatted(name, value), odd);
    }
  }

  private static @Nullable String optional(JsonObject json, String name) {
    return json.has(name) ? member(json, name, JsonElement::getAsString) : null;
  }

  private static Set<String> texts(JsonElement array) {
    Set<String> texts = new LinkedHashSet<>();
    array.getAsJsonArray().forEach(text -> texts.add(text.getAsString()));
    return texts;
  }

  void write(Path folder) throws IOException {
    writeTo(folder.resolve(FILE));
  }

  private void writeTo(Path file) throws IOException {
    AtomicFile.write(file, GSON.toJson(this) + "\n");
  }

  /** This record of a resumed sweep, with what an earlier run had taken part. */
  Provenance resuming(Provenance earlier) {
    Set<String> allCommits = new LinkedHashSet<>(earlier.commits);
    allCommits.addAll(commits);
    Set<String> allJdks = new LinkedHashSet<>(earlier.jdks);
    allJdks.addAll(jdks);
    return new Provenance(
        experiment,
        parameters,
        earlier.version,
        allCommits,
        allJdks,
        trials,
        earlier.finished,
        earlier.sha256);
  }

  /** This record of a sweep that goes on behind the finished results of a smaller one. */
  Provenance extending(Provenance earlier) {
    Provenance both = resuming(earlier);
    String versions = isLastOf(earlier) ? earlier.version : earlier.version + ", " + version;
    return new Provenance(
        experiment, parameters, versions, both.commits, both.jdks, trials, null, null);
  }

  /** Whether this version is the one that the earlier record ends with. */
  private boolean isLastOf(Provenance earlier) {
    return (", " + earlier.version).endsWith(", " + version);
  }

  Provenance finished(String hash, long allTrials) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return new Provenance(experiment, parameters, version, commits, jdks, allTrials, now, hash);
  }

  /**
   * What keeps results of the earlier record from standing beside those of this one. Finished
   * results stand, whichever version of the library they are of.
   *
   * @param growth what may be larger here than there
   * @return a text such as {@code seed is 1 there and 2 here}, or an empty one
   */
  String difference(Provenance earlier, Growth growth) {
    if (!experiment.equals(earlier.experiment)) {
      return "experiment is " + earlier.experiment + " there and " + experiment + " here";
    }
    if (earlier.sha256 == null && !isLastOf(earlier)) {
      return "library version is " + earlier.version + " there and " + version + " here";
    }
    Set<String> names = new TreeSet<>(parameters.keySet());
    names.addAll(earlier.parameters.keySet());
    return names.stream()
        .filter(name -> !covers(growth, name, parameters.get(name), earlier.parameters.get(name)))
        .map(
            name ->
                "%s is %s there and %s here"
                    .formatted(name, earlier.parameters.get(name), parameters.get(name)))
        .reduce("", (all, one) -> all.isEmpty() ? one : all + "; " + one);
  }

  private static boolean covers(
      Growth growth, String name, @Nullable String now, @Nullable String earlier) {
    return Objects.equals(now, earlier)
        || (now != null && earlier != null && growth.covers(name, now, earlier));
  }
}
