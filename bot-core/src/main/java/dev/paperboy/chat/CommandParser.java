package dev.paperboy.chat;

import dev.paperboy.chat.Command.Asked;
import dev.paperboy.chat.Command.Export;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Command.Options;
import dev.paperboy.chat.Command.PaperRef;
import dev.paperboy.chat.Command.Sort;
import dev.paperboy.chat.Line.Token;
import dev.paperboy.chat.Understanding.Misunderstood;
import dev.paperboy.chat.Understanding.Understood;
import dev.paperboy.paper.PaperId;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import dev.paperboy.when.Period;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads command lines: the one grammar of the terminal, of chat text and of buttons. Never throws,
 * whatever the line.
 */
public final class CommandParser {
  private static final int LIMIT = 100;
  private static final int MAX_PAGE = 10_000;
  private static final Pattern OPTION =
      Pattern.compile("(limit|page|sort|layout):(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern RANK = Pattern.compile("#(\\d{1,4})");
  private static final Pattern PREFIX =
      Pattern.compile("/(?:papers|paperboy)\\b", Pattern.CASE_INSENSITIVE);

  private final InstantSource clock;

  public CommandParser(InstantSource clock) {
    this.clock = clock;
  }

  /** Reads one line; a blank one is a request for help. */
  public Understanding parse(String typed) {
    Line line = Line.of(typed);
    Matcher prefix = PREFIX.matcher(line.text());
    if (prefix.lookingAt()) {
      line = line.from(prefix.end());
    }
    try {
      return new Understood(command(line));
    } catch (Mistake mistake) {
      return new Misunderstood(typed, mistake.problem);
    }
  }

  private Command command(Line line) {
    if (line.isEmpty()) {
      return new Command.Help(null);
    }
    Token first = line.first();
    Optional<CommandWord> word = CommandWord.of(first.text());
    if (word.isEmpty()) {
      return withoutWord(line, first);
    }
    Line rest = line.from(first.end());
    return switch (word.get()) {
      case TODAY -> today(rest);
      case TRENDING -> trending(rest);
      case SEARCH -> search(rest);
      case SHOW -> new Command.Show(paper(rest, "show"));
      case SIMILAR -> {
        Optioned optioned = options(rest);
        yield new Command.Similar(paper(optioned.rest(), "similar"), optioned.options());
      }
      case SUMMARIZE ->
          new Command.Summarize(text(rest, "summarize", "a paper or a message with links in it"));
      case SAVE -> new Command.Save(paper(rest, "save"));
      case SAVED -> saved(rest);
      case STATUS -> new Command.Status();
      case HELP -> new Command.Help(rest.isEmpty() ? null : rest.text());
      case IMPORT -> new Command.Import(text(rest, "import", "one or more files"));
    };
  }

  /** An id or a link alone opens that paper; any other unknown word is named with the nearest. */
  private static Command withoutWord(Line line, Token first) {
    if (RANK.matcher(line.text()).matches() || PaperId.parse(line.text()).isPresent()) {
      return new Command.Show(paper(line, "show"));
    }
    if (!PaperId.findAll(line.text()).isEmpty()) {
      return new Command.Summarize(line.text());
    }
    String near =
        Nearest.of(
                first.text(), Arrays.stream(CommandWord.values()).map(CommandWord::word).toList())
            .map(w -> w + line.text().substring(first.end()))
            .orElse("search " + line.text());
    throw new Mistake(
        "unknown-word",
        "“" + shortened(first.text()) + "” is no word I know. `help` lists them.",
        line.column(0),
        near);
  }

  private Command today(Line line) {
    Optioned optioned = options(line);
    Line rest = optioned.rest();
    @Nullable Period period = null;
    if (!rest.isEmpty()) {
      Token first = rest.first();
      String lower = first.text().toLowerCase(Locale.ROOT);
      if (lower.equals("yesterday")) {
        period = new Period.Day(utcToday().minusDays(1));
        rest = rest.from(first.end());
      } else if (lower.equals("today")) {
        rest = rest.from(first.end());
      } else if (Period.looksLike(first.text())) {
        period = period(first, rest);
        rest = rest.from(first.end());
      }
    }
    return new Command.Today(period, asked(rest, "today "), optioned.options());
  }

  private Period period(Token token, Line line) {
    Period period =
        Period.parse(token.text())
            .orElseThrow(() ->
                new Mistake(
                    "bad-date",
                    "There is no date " + token.text() + ".",
                    line.column(token.start()),
                    "today " + utcToday()));
    if (period.first().isAfter(utcToday())) {
      throw new Mistake(
          "future-date",
          token.text() + " is in the future; it is now " + utcToday() + " in UTC.",
          line.column(token.start()),
          line.replacing(token, utcToday().toString()));
    }
    return period;
  }

  private Command trending(Line line) {
    Optioned optioned = options(line);
    Line rest = optioned.rest();
    Command.Trending.Span span = Command.Trending.Span.WEEK;
    if (!rest.isEmpty()) {
      Token first = rest.first();
      for (Command.Trending.Span candidate : Command.Trending.Span.values()) {
        if (candidate.name().equalsIgnoreCase(first.text())) {
          span = candidate;
          rest = rest.from(first.end());
          break;
        }
      }
    }
    return new Command.Trending(span, asked(rest, "trending "), optioned.options());
  }

  private static Command search(Line line) {
    Optioned optioned = options(line);
    if (optioned.rest().isEmpty()) {
      throw new Mistake(
          "bad-query",
          "Say what to search for.",
          line.column(line.text().length()),
          "search state space models");
    }
    return new Command.Search(asked(optioned.rest(), "search "), optioned.options());
  }

  private static Command saved(Line line) {
    Optioned optioned = options(line);
    Line rest = optioned.rest();
    if (rest.isEmpty()) {
      return new Command.Saved(null, optioned.options());
    }
    Token first = rest.first();
    if (!first.text().equalsIgnoreCase("export")) {
      throw new Mistake(
          "bad-option",
          "After `saved` only `export` is understood.",
          rest.column(0),
          "saved export bibtex");
    }
    Line format = rest.from(first.end());
    String name = format.text().toUpperCase(Locale.ROOT);
    for (Export export : Export.values()) {
      if (export.name().equals(name)) {
        return new Command.Saved(export, optioned.options());
      }
    }
    String near =
        Nearest.of(name, Arrays.stream(Export.values()).map(Enum::name).toList()).orElse("BIBTEX");
    throw new Mistake(
        "bad-option",
        "Saved papers are exported as bibtex, ris, csv or markdown.",
        format.column(0),
        "saved export " + near.toLowerCase(Locale.ROOT));
  }

  private static PaperRef paper(Line line, String word) {
    String text = text(line, word, "a paper: an id, a link, #3 of the last list, or title words");
    Matcher rank = RANK.matcher(text);
    if (rank.matches()) {
      int number = Integer.parseInt(rank.group(1));
      if (number == 0) {
        throw new Mistake("bad-option", "Lists begin at #1.", line.column(0), word + " #1");
      }
      return new PaperRef.ByRank(number);
    }
    Optional<PaperId> id = PaperId.parse(text);
    if (id.isEmpty()) {
      id = PaperId.findAll(text).stream().findFirst();
    }
    return id.<PaperRef>map(PaperRef.ById::new).orElseGet(() -> new PaperRef.ByTitle(text));
  }

  private static String text(Line line, String word, String wanted) {
    if (line.isEmpty()) {
      throw new Mistake(
          "bad-option",
          "`" + word + "` wants " + wanted + ".",
          line.column(0),
          CommandWord.of(word).orElseThrow().examples().get(0));
    }
    return line.text();
  }

  private static Asked asked(Line line, String before) {
    return switch (QueryParser.parse(line.text())) {
      case QueryResult.Parsed parsed -> new Asked(parsed.text(), parsed.query(), parsed.notes());
      case QueryResult.Problem problem ->
          throw new Mistake(
              "bad-query",
              problem.message(),
              line.columnOfColumn(problem.column()),
              before + problem.near());
    };
  }

  private record Optioned(Options options, Line rest) {}

  private static Optioned options(Line line) {
    @Nullable Integer limit = null;
    int page = 1;
    @Nullable Sort sort = null;
    @Nullable Layout layout = null;
    List<Token> taken = new ArrayList<>();
    for (Token token : line.tokensOutsideQuotes()) {
      Matcher option = OPTION.matcher(token.text());
      if (!option.matches()) {
        continue;
      }
      String name = option.group(1).toLowerCase(Locale.ROOT);
      String value = option.group(2);
      switch (name) {
        case "limit" -> limit = number(name, value, LIMIT, line, token);
        case "page" -> page = number(name, value, MAX_PAGE, line, token);
        case "sort" -> sort = choice(Sort.class, name, value, line, token);
        default -> layout = choice(Layout.class, name, value, line, token);
      }
      taken.add(token);
    }
    return new Optioned(
        new Options(limit, page, sort, layout), taken.isEmpty() ? line : line.without(taken));
  }

  private static int number(String name, String value, int most, Line line, Token token) {
    if (value.matches("\\d{1,6}")) {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw new Mistake(
        "bad-option",
        "`" + name + ":` takes a whole number from 1 to " + most + ".",
        line.column(token.start()),
        line.replacing(token, name + ":" + (name.equals("limit") ? 20 : 2)));
  }

  private static <E extends Enum<E>> E choice(
      Class<E> type, String name, String value, Line line, Token token) {
    List<String> choices = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(value)) {
        return constant;
      }
      choices.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw new Mistake(
        "bad-option",
        "`" + name + ":` takes " + String.join(", ", choices) + ".",
        line.column(token.start()),
        line.replacing(token, name + ":" + Nearest.of(value, choices).orElse(choices.get(0))));
  }

  private LocalDate utcToday() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= 40
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
  }

  /** Carries a problem from wherever it was seen to the one place that answers it. */
  private static final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Content.Problem problem;

    Mistake(String code, String message, int column, String near) {
      super(message, null, false, false);
      this.problem = new Content.Problem(code, message, column, near);
    }
  }
}
