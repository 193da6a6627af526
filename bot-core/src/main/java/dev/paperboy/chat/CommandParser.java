package dev.paperboy.chat;

import dev.paperboy.chat.Command.Asked;
import dev.paperboy.chat.Command.Export;
import dev.paperboy.chat.Command.PaperRef;
import dev.paperboy.chat.Command.Whose;
import dev.paperboy.chat.Line.Token;
import dev.paperboy.chat.Understanding.Misunderstood;
import dev.paperboy.chat.Understanding.Understood;
import dev.paperboy.paper.PaperId;
import dev.paperboy.query.Prose;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import dev.paperboy.when.Period;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
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
  private static final Pattern RANK = Pattern.compile("#(\\d{1,4})");
  private static final Pattern PREFIX =
      Pattern.compile("/(?:papers|paperboy)\\b", Pattern.CASE_INSENSITIVE);

  private final InstantSource clock;
  private final SubscriptionLines subscriptions;

  public CommandParser(InstantSource clock) {
    this.clock = clock;
    subscriptions = new SubscriptionLines(clock);
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
      CommandWord word = line.isEmpty() ? null : CommandWord.of(line.first().text()).orElse(null);
      return new Misunderstood(typed, word, mistake.problem());
    }
  }

  private Command command(Line line) {
    if (line.isEmpty()) {
      return new Command.Help(null);
    }
    Token first = line.first();
    String lower = first.text().toLowerCase(Locale.ROOT);
    if (lower.equals("more") || lower.equals("next")) {
      return SubscriptionLines.more(line.from(first.end()), Whose.MINE, lower);
    }
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
        OptionValues.OfList optioned = OptionValues.ofList(rest);
        yield new Command.Similar(paper(optioned.rest(), "similar"), optioned.options());
      }
      case SUMMARIZE ->
          new Command.Summarize(text(rest, "summarize", "a paper or a message with links in it"));
      case SAVE -> new Command.Save(paper(rest, "save"));
      case SAVED -> saved(rest);
      case STATUS -> new Command.Status();
      case HELP -> new Command.Help(rest.isEmpty() ? null : rest.text());
      case SUBSCRIBE -> subscriptions.subscribe(rest, Whose.MINE, "subscribe ");
      case SUBSCRIPTIONS -> new Command.Subscriptions(Whose.MINE);
      case UNSUBSCRIBE -> subscriptions.unsubscribe(rest, Whose.MINE, "unsubscribe");
      case EDIT -> subscriptions.edit(rest, Whose.MINE, "edit");
      case PREVIEW -> new Command.Preview(Whose.MINE, SubscriptionLines.number(rest, "preview"));
      case PAUSE -> subscriptions.pause(rest, Whose.MINE, "pause");
      case RESUME -> SubscriptionLines.resume(rest, Whose.MINE, "resume");
      case CATCHUP -> subscriptions.catchup(rest);
      case SHARE -> new Command.Share(Whose.MINE, SubscriptionLines.number(rest, "share"));
      case WHY -> new Command.Why(paper(rest, "why"));
      case SETTINGS -> SubscriptionLines.settings(rest);
      case PRIVACY -> SubscriptionLines.privacy(rest);
      case DIGEST -> subscriptions.digest(rest);
      case DELIVER -> new Command.Deliver();
      case DOCTOR -> new Command.Doctor(Whose.MINE);
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
    OptionValues.OfList optioned = OptionValues.ofList(line);
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
    OptionValues.OfList optioned = OptionValues.ofList(line);
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
    OptionValues.OfList optioned = OptionValues.ofList(line);
    if (optioned.rest().isEmpty()) {
      throw new Mistake(
          "bad-query",
          "Say what to search for.",
          line.column(line.text().length()),
          "search state space models");
    }
    return new Command.Search(
        sentence(optioned.rest().text()).orElseGet(() -> asked(optioned.rest(), "search ")),
        optioned.options());
  }

  /** A question in a whole sentence: its punctuation asks for nothing. */
  private static Optional<Asked> sentence(String text) {
    return Prose.is(text) && QueryParser.parse(Prose.words(text)) instanceof QueryResult.Parsed read
        ? Optional.of(new Asked(read.text(), read.query(), read.notes()))
        : Optional.empty();
  }

  private static Command saved(Line line) {
    OptionValues.OfList optioned = OptionValues.ofList(line);
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

  static PaperRef paper(Line line, String word) {
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
    return asked(line, before, "");
  }

  /**
   * @param before what a line needs before a query to be understood, with a blank at its end
   * @param after what stood behind it, with a blank before it
   */
  static Asked asked(Line line, String before, String after) {
    return switch (QueryParser.parse(line.text())) {
      case QueryResult.Parsed parsed -> new Asked(parsed.text(), parsed.query(), parsed.notes());
      case QueryResult.Problem problem ->
          throw new Mistake(
              "bad-query",
              problem.message(),
              line.columnOfColumn(problem.column()),
              before + problem.near() + after);
    };
  }

  private LocalDate utcToday() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= 40
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
  }
}
