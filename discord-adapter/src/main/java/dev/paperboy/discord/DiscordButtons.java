package dev.paperboy.discord;

import dev.paperboy.chat.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import org.jspecify.annotations.Nullable;

/** The buttons and menus of one message: each id once, each carrying the line it says. */
final class DiscordButtons {
  /** What pressing does. */
  enum Kind {
    /** Says the line. */
    SAY('s'),
    /** Shows everyone here what the line gives. */
    SHARE('e'),
    /** A menu: the choice is the line. */
    CHOOSE('m'),
    /** Opens a dialog again, with what was entered. */
    FORM('f');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  /**
   * What was pressed.
   *
   * @param value the line or what {@code shorten} gave for it; empty for a menu
   */
  record Pressed(Kind kind, String value) {
    /** Of an id that this class made; empty for any other. */
    static Optional<Pressed> of(String id) {
      Matcher matcher = ID.matcher(id);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      for (Kind kind : Kind.values()) {
        if (kind.letter == matcher.group(1).charAt(0)) {
          return Optional.of(new Pressed(kind, matcher.group(2)));
        }
      }
      return Optional.empty();
    }
  }

  /** Of a button's id, a choice's value and a choice's label. */
  static final int ID_LENGTH = 100;

  static final int LABEL = 80;
  static final int MOST_CHOICES = 25;

  private static final Pattern ID =
      Pattern.compile("([a-z])[0-9a-z]{1,2}(?:~[\\w-]{22})?:(.*)", Pattern.DOTALL);

  private final UnaryOperator<String> shorten;
  private final @Nullable String mark;
  private int number;

  /**
   * @param shorten keeps a line that is too long, and gives one of at most 40 characters for it
   */
  DiscordButtons(UnaryOperator<String> shorten) {
    this(shorten, null);
  }

  /**
   * @param mark 22 characters by which the message can be found again, kept in its first button's
   *     id; null where it need not be found
   */
  DiscordButtons(UnaryOperator<String> shorten, @Nullable String mark) {
    this.shorten = shorten;
    this.mark = mark;
  }

  /** Whether an id is that of the first button of the message so marked. */
  static boolean bears(String id, String mark) {
    return id.contains("~" + mark + ":");
  }

  Button say(Action action) {
    return Button.secondary(id(Kind.SAY, action.line()), label(action.label()));
  }

  Button share(String line) {
    return Button.secondary(id(Kind.SHARE, line), "Share");
  }

  Button form(String label, String entered) {
    return Button.secondary(id(Kind.FORM, entered), label(label));
  }

  /** The first 25 whose lines differ. */
  StringSelectMenu menu(String placeholder, List<Action> actions) {
    List<SelectOption> options = new ArrayList<>();
    Set<String> values = new HashSet<>();
    for (Action action : actions) {
      String value = fitting(action.line(), ID_LENGTH);
      if (options.size() < MOST_CHOICES && values.add(value)) {
        options.add(SelectOption.of(cut(action.label(), ID_LENGTH), value));
      }
    }
    return StringSelectMenu.create(id(Kind.CHOOSE, "-"))
        .setPlaceholder(cut(placeholder, ID_LENGTH))
        .addOptions(options)
        .build();
  }

  private String id(Kind kind, String line) {
    number++;
    String marked = number == 1 && mark != null ? "~" + mark : "";
    String prefix = kind.letter + Integer.toString(number, 36) + marked + ":";
    return prefix + fitting(line, ID_LENGTH - prefix.length());
  }

  private String fitting(String line, int most) {
    String said = line.isBlank() ? "help" : line;
    return said.length() > most ? shorten.apply(said) : said;
  }

  private static String label(String text) {
    return cut(text, LABEL);
  }

  static String cut(String text, int most) {
    if (text.isBlank()) {
      return "…";
    }
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
