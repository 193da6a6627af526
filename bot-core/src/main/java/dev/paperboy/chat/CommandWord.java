package dev.paperboy.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words of the grammar, each with its form and its help, said once: the parser understands by
 * it, {@code help} prints it, and a platform that registers typed commands reads it.
 */
public enum CommandWord {
  TODAY(
      "today",
      "today [2026-08-12 | 2026-W33 | 2026-08 | yesterday] [filter]",
      "The list of a date, week or month, in the source's order.",
      List.of(),
      List.of("today", "today yesterday agents, 4d", "today 2026-W33 upvotes:>=50"),
      Where.EVERYWHERE),
  TRENDING(
      "trending",
      "trending [today|week|month] [filter]",
      "What is rising fastest among the papers of the last 7 days (or 1, or 30).",
      List.of("top"),
      List.of("trending", "trending month diffusion -video"),
      Where.EVERYWHERE),
  SEARCH(
      "search",
      "search query",
      "Ranked search over every paper known; a whole sentence may be asked.",
      List.of("find"),
      List.of("search how do agents remember", "search \"state space\" -vision has:code"),
      Where.EVERYWHERE),
  SHOW(
      "show",
      "show paper",
      "One paper in full: abstract, result, links.",
      List.of("paper"),
      List.of("show 2608.10915", "show #3", "show https://arxiv.org/abs/2608.10915"),
      Where.EVERYWHERE),
  SIMILAR(
      "similar",
      "similar paper",
      "Papers like this one.",
      List.of("like"),
      List.of("similar #1", "similar 2608.10915"),
      Where.EVERYWHERE),
  SUMMARIZE(
      "summarize",
      "summarize paper|message",
      "The one line of a paper, or of each paper that a message links to.",
      List.of("summarise", "summary"),
      List.of("summarize 2608.10915", "summarize see https://arxiv.org/abs/2608.10299 !"),
      Where.EVERYWHERE),
  SAVE(
      "save",
      "save paper",
      "Keep a paper on your own list.",
      List.of(),
      List.of("save #2"),
      Where.EVERYWHERE),
  SAVED(
      "saved",
      "saved [export bibtex|ris|csv|markdown]",
      "Your own list, latest first, or all of it in a format for other programs.",
      List.of(),
      List.of("saved", "saved export bibtex"),
      Where.EVERYWHERE),
  STATUS(
      "status",
      "status",
      "What is known, how old it is, and how the sources are.",
      List.of(),
      List.of("status"),
      Where.EVERYWHERE),
  HELP(
      "help",
      "help [topic]",
      "These words; help query for the filter language.",
      List.of("?"),
      List.of("help", "help search", "help query"),
      Where.EVERYWHERE),
  IMPORT(
      "import",
      "import file…",
      "Take in files of papers: Hugging Face bodies, arXiv Atom, JSON Lines, also gzipped.",
      List.of(),
      List.of("import papers.jsonl.gz"),
      Where.TERMINAL);

  /** Where a word is understood. */
  public enum Where {
    EVERYWHERE,
    TERMINAL
  }

  private final String word;
  private final String form;
  private final String help;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> synonyms;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> examples;

  private final Where where;

  CommandWord(
      String word,
      String form,
      String help,
      List<String> synonyms,
      List<String> examples,
      Where where) {
    this.word = word;
    this.form = form;
    this.help = help;
    this.synonyms = synonyms;
    this.examples = examples;
    this.where = where;
  }

  /** The canonical name. */
  public String word() {
    return word;
  }

  /** How it is typed, optional parts in square brackets. */
  public String form() {
    return form;
  }

  /** One sentence. */
  public String help() {
    return help;
  }

  public List<String> synonyms() {
    return synonyms;
  }

  /** Lines that work as they stand. */
  public List<String> examples() {
    return examples;
  }

  public Where where() {
    return where;
  }

  /** By name or synonym, whatever the case. */
  public static Optional<CommandWord> of(String typed) {
    String lower = typed.toLowerCase(Locale.ROOT);
    for (CommandWord candidate : values()) {
      if (candidate.word.equals(lower) || candidate.synonyms.contains(lower)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
