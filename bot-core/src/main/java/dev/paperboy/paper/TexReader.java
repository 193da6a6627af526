package dev.paperboy.paper;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a text that may hold LaTeX, with its backslashes or without. Each character is read
 * once for each group it stands in, and groups deeper than a limit are left as they are, so the
 * time is linear.
 */
final class TexReader {
  private static final int DEEPEST = 16;
  private static final int LONGEST_FORMULA = 400;
  private static final int LONGEST_ADDRESS = 300;

  private final String text;
  private final int[] closing;
  private final Typography typography;
  private final LostCommands lost;
  private final TexCommands commands;

  private TexReader(String text) {
    this.text = text;
    this.closing = closing(text);
    this.typography = new Typography(text);
    this.lost = new LostCommands(text, this);
    this.commands = new TexCommands(text, this, typography);
  }

  static String read(String text) {
    StringBuilder out = new StringBuilder(text.length());
    new TexReader(text).read(new Span(0, text.length(), false, 0), out);
    return out.toString();
  }

  /**
   * A part of the text.
   *
   * @param maths whether it stands in a formula
   * @param depth how many groups it stands in
   */
  record Span(int from, int to, boolean maths, int depth) {
    Span part(int start, int end) {
      return new Span(start, end, maths, depth + 1);
    }

    Span part(int start, int end, boolean inMaths) {
      return new Span(start, end, inMaths, depth + 1);
    }
  }

  void read(Span span, StringBuilder out) {
    if (span.depth() > DEEPEST) {
      out.append(text, span.from(), span.to());
      return;
    }
    int at = span.from();
    while (at < span.to()) {
      at = step(at, span, out);
    }
  }

  String read(Span span) {
    StringBuilder out = new StringBuilder();
    read(span, out);
    return out.toString();
  }

  /** Where the group that opens here closes; -1 where none opens or it does not close in time. */
  int closing(int at, Span span) {
    return at < span.to() && closing[at] < span.to() ? closing[at] : -1;
  }

  private int step(int at, Span span, StringBuilder out) {
    char c = text.charAt(at);
    if (isLetter(c)) {
      return word(at, span, out);
    }
    switch (c) {
      case '\\':
        return commands.read(at, span, out);
      case '{':
        return group(at, span, out);
      case '$':
        return dollar(at, span, out);
      case '^', '_':
        return script(at, span, out);
      case '-', '~', '`', '\'', '"':
        return mark(at, span, out);
      default:
        out.append(c);
        return at + 1;
    }
  }

  private int word(int at, Span span, StringBuilder out) {
    int end = endOfWord(at, span.to());
    if (isAddress(at, end)) {
      return address(at, span.to(), out);
    }
    int read = end < span.to() && !span.maths() ? brokenWord(at, end, span, out) : -1;
    if (read >= 0) {
      return read;
    }
    read = lost.read(at, end, span, out);
    if (read < 0) {
      out.append(text, at, end);
    }
    return read < 0 ? end : read;
  }

  /** A word that has lost the backslash before its accent; -1 where this is none. */
  private int brokenWord(int at, int end, Span span, StringBuilder out) {
    char next = text.charAt(end);
    if ("'\"`^~{".indexOf(next) < 0 || (at > 0 && isLetter(text.charAt(at - 1)))) {
      return braced(at, end, span, out);
    }
    String broken = Accents.brokenAt(text, at);
    if (broken != null && broken.length() > end - at && at + broken.length() <= span.to()) {
      out.append(Accents.mended(broken));
      return at + broken.length();
    }
    if (next == '"' && lost.isUmlaut(end)) {
      String letter = Accents.on('"', text.substring(end + 1, end + 2));
      if (letter != null) {
        out.append(text, at, end).append(letter);
        return end + 2;
      }
    }
    return braced(at, end, span, out);
  }

  /** The last letter of the word as an accent over a letter in braces: "Dvov{r}ak". */
  private int braced(int at, int end, Span span, StringBuilder out) {
    if (closing(end, span) != end + 2) {
      return -1;
    }
    String letter = lost.caron(text.charAt(end - 1), text.charAt(end + 1));
    boolean inWord = end - at > 1 || (end + 3 < span.to() && isLetter(text.charAt(end + 3)));
    if (letter == null || !inWord) {
      return -1;
    }
    out.append(text, at, end - 1).append(letter);
    return end + 3;
  }

  private int mark(int at, Span span, StringBuilder out) {
    char c = text.charAt(at);
    if (c != '-' && closing(at + 1, span) == at + 3) {
      String letter = Accents.on(c, text.substring(at + 2, at + 3));
      boolean inWord =
          (at > 0 && isLetter(text.charAt(at - 1)))
              || (at + 4 < span.to() && isLetter(text.charAt(at + 4)));
      if (letter != null && inWord) {
        out.append(letter);
        return at + 4;
      }
    }
    if (!span.maths()) {
      return typography.read(at, out);
    }
    out.append(c == '~' ? ' ' : c == '\'' ? '′' : c);
    return at + 1;
  }

  private int group(int at, Span span, StringBuilder out) {
    int close = closing(at, span);
    if (close < 0) {
      out.append('{');
      return at + 1;
    }
    String content = text.substring(at + 1, close);
    Span inside = span.part(at + 1, close);
    String symbol = TexSymbols.isSureInBraces(content) ? TexSymbols.symbol(content) : null;
    String accented =
        content.length() == 2 && "'\"`^~".indexOf(content.charAt(0)) >= 0
            ? Accents.on(content.charAt(0), content.substring(1))
            : null;
    if (accented != null) {
      out.append(accented);
    } else if (symbol != null && !Braces.areContent(content, lastOf(out))) {
      separate(symbol, out);
      out.append(symbol);
    } else if (span.maths()) {
      read(inside, out);
    } else if (endsInAddress(out)) {
      linkText(read(inside), out);
    } else if (Braces.areContent(content, lastOf(out))) {
      out.append('{');
      read(inside, out);
      out.append('}');
    } else {
      read(span.part(at + 1 + Braces.declaration(content), close), out);
    }
    return close + 1;
  }

  /** The text of a link behind its address, unless it says nothing that the address does not. */
  static void linkText(String label, StringBuilder out) {
    String words = label.strip();
    if (words.isEmpty() || Braces.isEmptyLabel(words)) {
      return;
    }
    out.append(" (").append(words).append(')');
  }

  private int dollar(int at, Span span, StringBuilder out) {
    int width = at + 1 < span.to() && text.charAt(at + 1) == '$' ? 2 : 1;
    int end = text.indexOf('$', at + width);
    int limit = Math.min(span.to(), at + LONGEST_FORMULA);
    if (end < 0 || end + width > limit || (width == 2 && text.charAt(end + 1) != '$')) {
      out.append(text, at, at + width);
      return at + width;
    }
    String content = text.substring(at + width, end);
    char after = end + width < span.to() ? text.charAt(end + width) : ' ';
    if (!span.maths() && !Formulas.isFormula(content, after)) {
      out.append(text, at, at + width);
      return at + width;
    }
    read(span.part(at + width, end, true), out);
    return end + width;
  }

  private int script(int at, Span span, StringBuilder out) {
    boolean raised = text.charAt(at) == '^';
    ScriptArgument argument = ScriptArgument.at(text, at, span, this, lastOf(out));
    if (argument == null) {
      out.append(text.charAt(at));
      return at + 1;
    }
    argument.append(raised, out);
    return argument.end();
  }

  int command(int at, Span span, StringBuilder out) {
    return commands.read(at, span, out);
  }

  int named(String name, int after, Span span, StringBuilder out) {
    return commands.named(name, after, span, out);
  }

  private int address(int from, int to, StringBuilder out) {
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < to && "_%#&~$".indexOf(text.charAt(at + 1)) >= 0) {
        out.append(text.charAt(at + 1));
        at += 2;
      } else if (c <= ' ' || "{}<>\"|\\^`$".indexOf(c) >= 0 || text.startsWith("''", at)) {
        break;
      } else {
        out.append(c);
        at++;
      }
    }
    return at;
  }

  private boolean isAddress(int at, int end) {
    int length = end - at;
    return (length == 3 && text.startsWith("www.", at))
        || (length >= 4
            && length <= 5
            && text.startsWith("://", end)
            && text.regionMatches(true, at, "https", 0, length));
  }

  private static boolean endsInAddress(StringBuilder out) {
    boolean slash = false;
    boolean dot = false;
    int limit = Math.max(0, out.length() - LONGEST_ADDRESS);
    for (int at = out.length() - 1; at >= limit && out.charAt(at) != ' '; at--) {
      char c = out.charAt(at);
      if (c == '\\') {
        return false;
      }
      slash |= c == '/';
      dot |= c == '.';
    }
    return slash && dot;
  }

  /** A sign like "~" may not grow together with the word before it. */
  static void separate(String symbol, StringBuilder out) {
    if (symbol.equals("~") && Character.isLetter(lastOf(out))) {
      out.append(' ');
    }
  }

  static char lastOf(StringBuilder out) {
    return out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
  }

  int endOfWord(int at, int to) {
    int end = at;
    while (end < to && isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isLetterOrDigit(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  @Nullable String characterAt(int at, Span span) {
    return at < span.to() ? text.substring(at, at + 1) : null;
  }

  private static int[] closing(String text) {
    int[] closing = new int[text.length()];
    Arrays.fill(closing, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '{') {
        open.push(at);
      } else if (c == '}' && !open.isEmpty()) {
        closing[open.pop()] = at;
      }
    }
    return closing;
  }
}
