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
  SUBSCRIBE(
      "subscribe",
      "subscribe [filter] [daily|weekdays|weekly mon|hourly] [09:00] [Europe/Berlin] [max:5]"
          + " [quiet:say|silent]",
      "Get a digest of your own, by direct message; a share code works too.",
      List.of("sub"),
      List.of(
          "subscribe",
          "subscribe agents -video daily 08:30 Europe/Berlin max:3",
          "subscribe topic:cs.CL weekly mon 09:00 quiet:silent"),
      Where.EVERYWHERE),
  SUBSCRIPTIONS(
      "subscriptions",
      "subscriptions",
      "Your subscriptions, when each comes next and how the last one went.",
      List.of("list", "subs"),
      List.of("subscriptions"),
      Where.EVERYWHERE),
  UNSUBSCRIBE(
      "unsubscribe",
      "unsubscribe n|all",
      "End a subscription, or all of yours.",
      List.of("unsub", "remove", "rm"),
      List.of("unsubscribe 1", "unsubscribe all"),
      Where.EVERYWHERE),
  EDIT(
      "edit",
      "edit n …",
      "Change what is said of filter, schedule, max:, quiet: or layout:; the rest stays.",
      List.of(),
      List.of("edit 1 max:10", "edit 1 weekly fri 16:00", "edit 1 agents, 4d"),
      Where.EVERYWHERE),
  PREVIEW(
      "preview",
      "preview n",
      "What its next digest would be, as of now; nothing is sent or remembered.",
      List.of(),
      List.of("preview 1"),
      Where.EVERYWHERE),
  PAUSE(
      "pause",
      "pause [n] [until date]",
      "Stop a subscription, or all of yours, until resume or a date.",
      List.of(),
      List.of("pause", "pause 1", "pause 1 until 2099-01-31"),
      Where.EVERYWHERE),
  RESUME(
      "resume",
      "resume [n]",
      "Go on with a subscription that is paused or suspended, or with all.",
      List.of(),
      List.of("resume 1"),
      Where.EVERYWHERE),
  CATCHUP(
      "catchup",
      "catchup [since]",
      "One digest now for what you have missed.",
      List.of("catch-up"),
      List.of("catchup", "catchup 2026-08-03"),
      Where.EVERYWHERE),
  SHARE(
      "share",
      "share n",
      "A code in one line that makes the same subscription anywhere.",
      List.of(),
      List.of("share 1"),
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
  WHY(
      "why",
      "why paper",
      "Why you got a paper, or why you did not.",
      List.of(),
      List.of("why 2608.10915"),
      Where.EVERYWHERE),
  SETTINGS(
      "settings",
      "settings [zone Europe/Berlin] [layout:cards|compact|plain]",
      "Your time zone and the look of your answers.",
      List.of(),
      List.of("settings", "settings zone Europe/Berlin", "settings layout:plain"),
      Where.EVERYWHERE),
  PRIVACY(
      "privacy",
      "privacy [show|export|forget]",
      "What is kept of you; all of it as data; or all of it gone.",
      List.of(),
      List.of("privacy", "privacy show"),
      Where.EVERYWHERE),
  DIGEST(
      "digest",
      "digest create|list|edit|preview|pause|resume|delete|run|history|doctor",
      "The digests of a channel, for those who manage it.",
      List.of("feed"),
      List.of(
          "digest create agents weekdays 09:00 Europe/Berlin",
          "digest list",
          "digest run 1",
          "digest history 1",
          "digest doctor"),
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
      Where.TERMINAL),
  DELIVER(
      "deliver",
      "deliver",
      "Print the digests that are due here.",
      List.of(),
      List.of("deliver"),
      Where.TERMINAL),
  DOCTOR(
      "doctor",
      "doctor",
      "What is wrong, if anything, and how to mend it.",
      List.of(),
      List.of("doctor"),
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
