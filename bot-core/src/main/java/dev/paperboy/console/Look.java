package dev.paperboy.console;

import dev.paperboy.chat.Command.Layout;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What answers look like.
 *
 * @param width columns of a line at most
 * @param colours whether the terminal shows colours, bold and dim
 * @param links whether the terminal makes a text a link (OSC 8)
 * @param today the current UTC date, for ages
 */
record Look(int width, boolean colours, boolean links, Layout layout, LocalDate today) {
  /** Taken where the terminal does not say. */
  static final int USUAL_WIDTH = 80;

  /** Longer lines are hard to read. */
  private static final int WIDEST = 100;

  private static final int NARROWEST = 20;

  Look {
    width = Math.clamp(width, NARROWEST, WIDEST);
  }

  Look with(Layout otherLayout) {
    return new Look(width, colours, links, otherLayout, today);
  }

  Look with(int otherWidth) {
    return new Look(otherWidth, colours, links, layout, today);
  }

  /** Whether the environment allows colours on an output (no-color.org, bixense.com/clicolors). */
  static boolean colours(Map<String, String> environment, boolean terminal) {
    if (isSet(environment, "NO_COLOR")) {
      return false;
    }
    if (isSet(environment, "CLICOLOR_FORCE") && !"0".equals(environment.get("CLICOLOR_FORCE"))) {
      return true;
    }
    return terminal && !isDumb(environment) && !"0".equals(environment.get("CLICOLOR"));
  }

  /** Whether the terminal is one of those known to understand links. */
  static boolean links(Map<String, String> environment, boolean terminal) {
    if (!terminal || isDumb(environment) || isSet(environment, "NO_COLOR")) {
      return false;
    }
    String term = environment.getOrDefault("TERM", "");
    if (term.startsWith("screen")
        || term.startsWith("tmux")
        || isSet(environment, "INSIDE_EMACS")) {
      return false;
    }
    String program = environment.getOrDefault("TERM_PROGRAM", "").toLowerCase(Locale.ROOT);
    return switch (program) {
      case "iterm.app", "wezterm", "vscode", "ghostty", "hyper", "mintty", "rio", "tabby" -> true;
      default ->
          isSet(environment, "KITTY_WINDOW_ID")
              || isSet(environment, "WT_SESSION")
              || isSet(environment, "KONSOLE_VERSION")
              || isSet(environment, "DOMTERM")
              || number(environment.get("VTE_VERSION")) >= 5_000
              || term.startsWith("foot")
              || term.startsWith("alacritty")
              || term.startsWith("xterm-kitty")
              || term.startsWith("xterm-ghostty");
    };
  }

  /** A terminal that only writes on. */
  static boolean isDumb(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    return term.isEmpty() || term.equals("dumb");
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}
