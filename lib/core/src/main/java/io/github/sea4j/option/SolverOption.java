package io.github.sea4j.option;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An option of a solver, declared once: its name, the values it takes, its default and its help.
 *
 * <p>The solver language, the help of the command line, the canonical text of a solver, its
 * equality and its label in figures follow from the declaration. Most options are written {@code
 * name=value}; an option with {@linkplain #word words} is written by one of these alone, as {@code
 * pairs} in {@code els(pairs)}.
 *
 * <p>Immutable; options are told apart by identity, so a solver declares each as a constant.
 *
 * @param <T> the type of the value
 */
public final class SolverOption<T> {

  /** The choice that an option shares with the nested start: only one of the two may be given. */
  public static final String START = "start";

  /** A word that stands for a value. */
  record Word<T>(String text, T value, String summary) {}

  private final String name;
  private final String choice;
  private final String summary;
  private final OptionType<T> type;
  private final @Nullable T standard;
  private final List<Word<T>> words;

  private SolverOption(
      String name,
      String choice,
      String summary,
      OptionType<T> type,
      @Nullable T standard,
      List<Word<T>> words) {
    this.name = name;
    this.choice = choice;
    this.summary = summary;
    this.type = type;
    this.standard = standard;
    this.words = List.copyOf(words);
  }

  /**
   * An option written {@code name=value}.
   *
   * @param name in lower case
   * @param type the values it takes
   * @param standard its default, null where there is none
   * @param summary what it does, for the help, without the default
   */
  public static <T> SolverOption<T> of(
      String name, OptionType<T> type, @Nullable T standard, String summary) {
    return new SolverOption<>(name, name, summary, type, standard, List.of());
  }

  /** A whole number from 1. */
  public static SolverOption<Integer> count(String name, int standard, String summary) {
    return of(name, OptionType.COUNT, standard, summary);
  }

  /**
   * An option written by a word; see {@link #word}.
   *
   * @param name what the words choose, for messages
   * @param standard the value where no word is given
   */
  public static <T> SolverOption<T> words(String name, T standard) {
    OptionType<T> type =
        new OptionType<>("one of its words", value -> true, text -> null, Object::toString);
    return new SolverOption<>(name, name, "", type, standard, List.of());
  }

  /** The same option with one more word. */
  public SolverOption<T> word(String text, T value, String about) {
    List<Word<T>> more = new ArrayList<>(words);
    more.add(new Word<>(text, value, about));
    return new SolverOption<>(name, choice, summary, type, standard, more);
  }

  /** The same option, exclusive of all others of this choice. */
  public SolverOption<T> choosing(String what) {
    return new SolverOption<>(name, what, summary, type, standard, words);
  }

  /** The name, in lower case. */
  public String name() {
    return name;
  }

  /** What it decides: of the options of one choice at most one may be given. */
  public String choice() {
    return choice;
  }

  /** What the option does, for the help. */
  public String summary() {
    return summary;
  }

  /** The default, null where there is none. */
  public @Nullable T standard() {
    return standard;
  }

  /** What values are allowed, as it reads after "must be". */
  public String expected() {
    return type.expected();
  }

  /** The words that it is written by; none where it is written {@code name=value}. */
  public List<String> words() {
    return words.stream().map(Word::text).toList();
  }

  /** What a word stands for, for the help. */
  public String aboutWord(String text) {
    return word(text).summary();
  }

  /** The value that a word stands for. */
  public T ofWord(String text) {
    return word(text).value();
  }

  private Word<T> word(String text) {
    return words.stream()
        .filter(word -> word.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("%s has no word %s".formatted(name, text)));
  }

  /** The value that a text stands for; null if it stands for none that is allowed. */
  public @Nullable T read(String text) {
    T value = type.read().apply(text);
    return value == null || !type.allowed().test(value) ? null : value;
  }

  /**
   * The value itself.
   *
   * @throws IllegalArgumentException if it is not allowed, naming the option, the bound and it
   */
  public T check(T value) {
    if (!type.allowed().test(value)) {
      throw new IllegalArgumentException(
          "%s must be %s, but is %s".formatted(name, type.expected(), value));
    }
    return value;
  }

  /** How a value is written in the parentheses; empty where it needs no writing. */
  String write(T value) {
    if (value.equals(standard)) {
      return "";
    }
    for (Word<T> word : words) {
      if (word.value().equals(value)) {
        return word.text();
      }
    }
    return name + "=" + type.write().apply(value);
  }

  /** The default as it is written, for the help; empty where there is none. */
  public String standardText() {
    return standard == null || !words.isEmpty() ? "" : type.write().apply(standard);
  }

  @Override
  public String toString() {
    return name;
  }
}
