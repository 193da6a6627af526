package dev.paperboy.chat;

import dev.paperboy.chat.Command.Asked;
import dev.paperboy.chat.Command.Privacy.Request;
import dev.paperboy.chat.Command.Whose;
import dev.paperboy.chat.Command.Wish;
import dev.paperboy.chat.Line.Token;
import dev.paperboy.when.Period;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines about subscriptions, digests and persons. */
final class SubscriptionLines {
  private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,6})");
  private static final Pattern OCCASION =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}|#\\d{1,4})?");
  private static final List<String> DIGEST_WORDS =
      List.of(
          "create", "list", "edit", "preview", "pause", "resume", "delete", "run", "history",
          "doctor", "share");

  private final InstantSource clock;

  SubscriptionLines(InstantSource clock) {
    this.clock = clock;
  }

  Command subscribe(Line line, Whose whose, String before) {
    return new Command.Subscribe(whose, wish(line, whose, before));
  }

  Command edit(Line line, Whose whose, String word) {
    int number = numberAt(line, word);
    Line rest = line.from(line.first().end());
    Wish wish = wish(rest, whose, word + " " + number + " ");
    if (wish.isEmpty()) {
      throw new Mistake(
          "bad-option",
          "Say what to change: a filter, a schedule, max:, quiet: or layout:.",
          line.column(line.text().length()),
          word + " " + number + " max:10");
    }
    return new Command.Edit(whose, number, wish);
  }

  private static Wish wish(Line line, Whose whose, String before) {
    OptionValues.OfSchedule options = OptionValues.ofSchedule(line);
    ScheduleTail.Said tail = ScheduleTail.of(options.rest(), whose == Whose.PLACE);
    Line filter = tail.rest();
    Wish said =
        new Wish(
            filter(filter, before, tail.text()),
            tail.cadence(),
            tail.day(),
            tail.time(),
            tail.zone(),
            options.max(),
            options.layout(),
            options.quiet(),
            tail.spot());
    if (!filter.isEmpty() && ShareCode.looksLike(filter.first().text())) {
      return switch (ShareCode.read(filter.text())) {
        case ShareCode.Read.Good good -> good.code().wish(said);
        case ShareCode.Read.Bad bad ->
            throw new Mistake("bad-code", bad.why(), filter.column(0), before + "agents daily");
      };
    }
    return said;
  }

  private static @Nullable Asked filter(Line line, String before, String tail) {
    if (line.isEmpty() || ShareCode.looksLike(line.first().text())) {
      return null;
    }
    if (line.text().equals("*")) {
      return Asked.NOTHING;
    }
    return CommandParser.asked(line, before, tail.isEmpty() ? "" : " " + tail);
  }

  Command unsubscribe(Line line, Whose whose, String word) {
    return line.text().equalsIgnoreCase("all")
        ? new Command.Unsubscribe(whose, null)
        : new Command.Unsubscribe(whose, number(line, word));
  }

  static Command resume(Line line, Whose whose, String word) {
    boolean all = line.isEmpty() || line.text().equalsIgnoreCase("all");
    return new Command.Resume(whose, all ? null : (Integer) number(line, word));
  }

  Command pause(Line line, Whose whose, String word) {
    Integer number = null;
    Line rest = line;
    if (!rest.isEmpty() && !rest.first().text().equalsIgnoreCase("until")) {
      if (!rest.first().text().equalsIgnoreCase("all")) {
        number = numberAt(rest, word);
      }
      rest = rest.from(rest.first().end());
    }
    String near = word + (number == null ? "" : " " + number) + " until " + today().plusDays(7);
    if (rest.isEmpty()) {
      return new Command.Pause(whose, number, null);
    }
    if (!rest.first().text().equalsIgnoreCase("until")) {
      throw new Mistake(
          "bad-option",
          "After the number only `until` and a date are understood.",
          rest.column(0),
          near);
    }
    LocalDate until = date(rest.from(rest.first().end()), near);
    // a day's grace: it may still be yesterday where the person is
    if (until.isBefore(today())) {
      throw new Mistake(
          "bad-date",
          until + " is over; a pause ends on a date to come.",
          rest.column(rest.text().length()),
          near);
    }
    return new Command.Pause(whose, number, until);
  }

  Command catchup(Line line) {
    if (line.isEmpty()) {
      return new Command.Catchup(null);
    }
    return new Command.Catchup(past(line, "catchup " + today().minusDays(7)));
  }

  /** {@code digest …}. */
  Command digest(Line line) {
    if (line.isEmpty()) {
      return new Command.Subscriptions(Whose.PLACE);
    }
    Token first = line.first();
    Line rest = line.from(first.end());
    String word = first.text().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "create", "add" -> subscribe(rest, Whose.PLACE, "digest create ");
      case "list" -> new Command.Subscriptions(Whose.PLACE);
      case "edit" -> edit(rest, Whose.PLACE, "digest edit");
      case "preview" -> new Command.Preview(Whose.PLACE, number(rest, "digest preview"));
      case "pause" -> pause(rest, Whose.PLACE, "digest pause");
      case "resume" -> resume(rest, Whose.PLACE, "digest resume");
      case "delete", "remove", "rm" -> unsubscribe(rest, Whose.PLACE, "digest delete");
      case "share" -> new Command.Share(Whose.PLACE, number(rest, "digest share"));
      case "history" -> new Command.History(Whose.PLACE, number(rest, "digest history"));
      case "doctor" -> new Command.Doctor(Whose.PLACE);
      case "more", "next" -> more(rest, Whose.PLACE, "digest " + word);
      case "run" -> run(rest);
      default ->
          throw new Mistake(
              "unknown-word",
              "`digest` knows " + String.join(", ", DIGEST_WORDS) + ".",
              line.column(0),
              Nearest.of(word, DIGEST_WORDS)
                  .map(near -> "digest " + near + (near.matches("create|list|doctor") ? "" : " 1"))
                  .map(near -> near.replaceFirst("edit 1$", "edit 1 max:10"))
                  .orElse("digest list"));
    };
  }

  private Command run(Line line) {
    OptionValues.OfRun options = OptionValues.ofRun(line);
    int number = numberAt(options.rest(), "digest run");
    Line rest = options.rest().from(options.rest().first().end());
    return new Command.RunDigest(
        number, rest.isEmpty() ? null : past(rest, "digest run " + number), options.repost());
  }

  /** {@code more n occasion [page]}, only behind buttons. */
  static Command more(Line line, Whose whose, String word) {
    String[] parts = line.text().split("\\s+", -1);
    if (parts.length >= 2
        && parts.length <= 3
        && NUMBER.matcher(parts[0]).matches()
        && OCCASION.matcher(parts[1]).matches()
        && (parts.length == 2 || parts[2].matches("[1-9]\\d{0,2}"))) {
      return new Command.More(
          whose,
          numberAt(line, word),
          parts[1],
          parts.length == 2 ? 1 : Integer.parseInt(parts[2]));
    }
    throw new Mistake(
        "bad-option",
        "`" + word + "` stands behind the button of a digest.",
        line.column(0),
        whose == Whose.PLACE ? "digest list" : "subscriptions");
  }

  static Command settings(Line line) {
    OptionValues.OfSchedule options = OptionValues.ofSettings(line);
    Line rest = options.rest();
    if (!rest.isEmpty() && rest.first().text().equalsIgnoreCase("zone")) {
      rest = rest.from(rest.first().end());
    }
    if (rest.isEmpty()) {
      return new Command.Settings(null, options.layout());
    }
    Optional<ZoneId> zone = Zones.of(rest.text());
    if (zone.isEmpty()) {
      throw new Mistake(
          "bad-option",
          "There is no time zone “" + rest.text() + "”; zones are named like Europe/Berlin.",
          rest.column(0),
          "settings zone " + Zones.nearest(rest.text()));
    }
    return new Command.Settings(zone.get(), options.layout());
  }

  static Command privacy(Line line) {
    if (line.isEmpty()) {
      return new Command.Privacy(Request.EXPLAIN);
    }
    for (Request request : Request.values()) {
      if (request != Request.EXPLAIN && request.name().equalsIgnoreCase(line.text())) {
        return new Command.Privacy(request);
      }
    }
    throw new Mistake(
        "bad-option",
        "`privacy` takes show, export or forget.",
        line.column(0),
        "privacy " + Nearest.of(line.text(), List.of("show", "export", "forget")).orElse("show"));
  }

  /** The number that is all of a line. */
  static int number(Line line, String word) {
    int number = numberAt(line, word);
    Line rest = line.from(line.first().end());
    if (!rest.isEmpty()) {
      throw new Mistake(
          "bad-option",
          "`" + word + "` takes one number and nothing else.",
          rest.column(0),
          word + " " + number);
    }
    return number;
  }

  private static int numberAt(Line line, String word) {
    Matcher typed = NUMBER.matcher(line.isEmpty() ? "" : line.first().text());
    if (typed.matches() && Integer.parseInt(typed.group(1)) > 0) {
      return Integer.parseInt(typed.group(1));
    }
    throw new Mistake(
        "bad-option",
        "`"
            + word
            + "` wants the number of a subscription; `"
            + (word.startsWith("digest") ? "digest list" : "subscriptions")
            + "` has them.",
        line.column(0),
        word + (word.endsWith("edit") ? " 1 max:10" : " 1"));
  }

  private LocalDate past(Line line, String near) {
    LocalDate date = date(line, near);
    // a day's grace: it may be tomorrow already where the person is
    if (date.isAfter(today().plusDays(1))) {
      throw new Mistake("future-date", date + " is in the future.", line.column(0), near);
    }
    return date;
  }

  private LocalDate date(Line line, String near) {
    if (line.text().equalsIgnoreCase("yesterday")) {
      return today().minusDays(1);
    }
    if (line.text().equalsIgnoreCase("tomorrow")) {
      return today().plusDays(1);
    }
    if (Period.parse(line.text()).orElse(null) instanceof Period.Day day) {
      return day.date();
    }
    throw new Mistake(
        "bad-date",
        line.isEmpty()
            ? "Say a date, such as " + today().plusDays(7) + "."
            : "There is no date " + line.text() + "; dates are written like " + today() + ".",
        line.column(0),
        near);
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
