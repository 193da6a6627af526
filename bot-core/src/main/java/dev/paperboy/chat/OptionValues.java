package dev.paperboy.chat;

import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Command.Options;
import dev.paperboy.chat.Command.Quiet;
import dev.paperboy.chat.Command.Sort;
import dev.paperboy.chat.Line.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options that are taken out of a line before anything else is read of it. */
final class OptionValues {
  private static final int LIMIT = 100;
  private static final int MAX_PAGE = 10_000;
  private static final Pattern LIST = pattern("limit|page|sort|layout");
  private static final Pattern SCHEDULE = pattern("max|quiet|layout");
  private static final Pattern SETTINGS = pattern("layout");
  private static final Pattern RUN = pattern("repost");

  private OptionValues() {}

  /** The options of a list, and what is left of the line. */
  record OfList(Options options, Line rest) {}

  /** The options of a subscription, null where not said, and what is left of the line. */
  record OfSchedule(
      @Nullable Integer max, @Nullable Quiet quiet, @Nullable Layout layout, Line rest) {}

  private static final class Said {
    private @Nullable Integer limit;
    private int page = 1;
    private @Nullable Sort sort;
    private @Nullable Layout layout;
    private @Nullable Integer max;
    private @Nullable Quiet quiet;
    private boolean repost;
  }

  static OfList ofList(Line line) {
    Said said = new Said();
    Line rest = take(LIST, line, said);
    return new OfList(new Options(said.limit, said.page, said.sort, said.layout), rest);
  }

  static OfSchedule ofSchedule(Line line) {
    Said said = new Said();
    Line rest = take(SCHEDULE, line, said);
    return new OfSchedule(said.max, said.quiet, said.layout, rest);
  }

  static OfSchedule ofSettings(Line line) {
    Said said = new Said();
    Line rest = take(SETTINGS, line, said);
    return new OfSchedule(null, null, said.layout, rest);
  }

  record OfRun(boolean repost, Line rest) {}

  static OfRun ofRun(Line line) {
    Said said = new Said();
    Line rest = take(RUN, line, said);
    return new OfRun(said.repost, rest);
  }

  private static Line take(Pattern options, Line line, Said said) {
    List<Token> taken = new ArrayList<>();
    for (Token token : line.tokensOutsideQuotes()) {
      Matcher option = options.matcher(token.text());
      if (option.matches()) {
        String name = option.group(1).toLowerCase(Locale.ROOT);
        note(name, option.group(2), line, token, said);
        taken.add(token);
      }
    }
    return taken.isEmpty() ? line : line.without(taken);
  }

  private static void note(String name, String value, Line line, Token token, Said said) {
    switch (name) {
      case "limit" -> said.limit = number(name, value, LIMIT, 20, line, token);
      case "page" -> said.page = number(name, value, MAX_PAGE, 2, line, token);
      case "sort" -> said.sort = choice(Sort.class, name, value, line, token);
      case "max" -> said.max = number(name, value, Command.Wish.MOST, 5, line, token);
      case "quiet" -> said.quiet = choice(Quiet.class, name, value, line, token);
      case "repost" -> said.repost = choice(Truth.class, name, value, line, token) == Truth.TRUE;
      default -> said.layout = choice(Layout.class, name, value, line, token);
    }
  }

  private enum Truth {
    TRUE,
    FALSE
  }

  private static int number(
      String name, String value, int most, int instead, Line line, Token token) {
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
        line.replacing(token, name + ":" + instead));
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

  private static Pattern pattern(String names) {
    return Pattern.compile("(" + names + "):(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
