package dev.paperboy.paper;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Commands that have lost their backslash, as Hugging Face serves them: "2.5times", "sim100B",
 * "texttt{DHO}". Only what is no ordinary English where it stands is taken for one.
 */
final class LostCommands {
  private static final Set<String> WITH_GROUP =
      Set.of(
          "frac",
          "sqrt",
          "hat",
          "widehat",
          "tilde",
          "widetilde",
          "overline",
          "href",
          "url",
          "textcolor",
          "footnote",
          "cite",
          "citep",
          "citet",
          "textsuperscript",
          "textsubscript");
  private static final int LONGEST_UNIT = 2;

  private final String text;
  private final TexReader reader;
  private final int lastRight;
  private final boolean evenQuotes;
  private int lefts;

  LostCommands(String text, TexReader reader) {
    this.text = text;
    this.reader = reader;
    this.lastRight = lastRight(text);
    this.evenQuotes = evenQuotes(text);
  }

  /** Where the text goes on behind the command that this word is; -1 where it is none. */
  int read(int at, int end, TexReader.Span span, StringBuilder out) {
    int read = wrapper(at, end, span, out);
    if (read < 0) {
      read = sign(at, end, span, out);
    }
    if (read < 0) {
      read = delimiter(at, end, span, out);
    }
    return read < 0 ? greek(at, end, span, out) : read;
  }

  /** A command with a group behind it. */
  int wrapper(int at, int end, TexReader.Span span, StringBuilder out) {
    int close = reader.closing(end, span);
    if (close < 0 || (at > span.from() && TexReader.isLetter(text.charAt(at - 1)))) {
      return -1;
    }
    String word = text.substring(at, end);
    if (TexSymbols.isColour(word)) {
      reader.read(span.part(end + 1, close), out);
      return close + 1;
    }
    return TexSymbols.isSureWrapper(word) || WITH_GROUP.contains(word)
        ? reader.named(word, end, span, out)
        : -1;
  }

  private int sign(int at, int end, TexReader.Span span, StringBuilder out) {
    String word = text.substring(at, end);
    switch (word) {
      case "times":
        return times(end, span, out);
      case "timessim":
        return isDigit(TexReader.lastOf(out)) && isDigit(charAt(end, span))
            ? append("×~", end, out)
            : -1;
      case "sim":
        return about("~", end, span, out);
      case "approx":
        return about("≈", end, span, out);
      case "pm":
        return plusMinus(end, span, out);
      case "boldsymbol":
        return charAt(end, span) == ' ' ? end + 1 : end;
      default:
        if (word.endsWith("times") && word.length() <= 5 + LONGEST_UNIT) {
          return timesBehindUnit(word, end, span, out);
        }
        return TexSymbols.isSure(word) ? sure(word, end, span, out) : -1;
    }
  }

  private static int append(String sign, int end, StringBuilder out) {
    out.append(sign);
    return end;
  }

  /** "2.5times", "512 times 512", "times3.23" and "d_k times d_v", but not "1.5 times the". */
  private int times(int end, TexReader.Span span, StringBuilder out) {
    char before = TexReader.lastOf(out);
    char after = charAt(end, span);
    boolean factor = isDigit(before) || before == '°' || before == '%';
    boolean spaced = before == ' ' && after == ' ' && out.length() > 1;
    char left = spaced ? out.charAt(out.length() - 2) : ' ';
    boolean product =
        spaced
            && (((isDigit(left) || Scripts.isScript(left) || left == '°')
                    && isDigit(charAt(end + 1, span)))
                || (isSymbolBefore(out, out.length() - 1) && isSymbolAt(end + 1, span)));
    boolean prefix = isDigit(after) && (before == ' ' || before == '(');
    return factor || product || prefix ? append("×", end, out) : -1;
  }

  /** "2Ktimes2K" and "200mtimes130m". */
  private int timesBehindUnit(String word, int end, TexReader.Span span, StringBuilder out) {
    boolean dimension = isDigit(TexReader.lastOf(out)) && isDigit(charAt(end, span));
    boolean space = span.maths() && out.isEmpty() && word.length() == 6 && charAt(end, span) == ' ';
    if (!dimension && !space) {
      return -1;
    }
    out.append(word, 0, word.length() - 5).append('×');
    return end;
  }

  /** "sim100B" and "sim 50%", but not "sim-to-real" and "sim2real". */
  private int about(String sign, int end, TexReader.Span span, StringBuilder out) {
    char before = TexReader.lastOf(out);
    boolean space = charAt(end, span) == ' ';
    int digit = space ? end + 1 : end;
    if (!isDigit(charAt(digit, span)) || before == '-' || before == '_' || before == '/') {
      return -1;
    }
    if (charAt(digit, span) == '2' && TexReader.isLetter(charAt(digit + 1, span))) {
      return -1;
    }
    TexReader.separate(sign, out);
    out.append(sign);
    return sign.equals("~") ? digit : end;
  }

  /** "69.8 pm 0.5" and "(pm1)", but not "at 5 pm 30 people". */
  private int plusMinus(int end, TexReader.Span span, StringBuilder out) {
    char before = TexReader.lastOf(out);
    if (before == '(' && isDigit(charAt(end, span))) {
      return append("±", end, out);
    }
    boolean spaced = before == ' ' && charAt(end, span) == ' ' && isDigit(charAt(end + 1, span));
    int number = out.length() - 2;
    boolean decimal = false;
    while (spaced && number >= 0 && "0123456789.%".indexOf(out.charAt(number)) >= 0) {
      decimal |= out.charAt(number) == '.' || out.charAt(number) == '%';
      number--;
    }
    return decimal ? append("±", end, out) : -1;
  }

  private int sure(String word, int end, TexReader.Span span, StringBuilder out) {
    String symbol = TexSymbols.symbol(word);
    if (symbol == null) {
      return -1;
    }
    boolean opens = "⟨⌈⌊".contains(symbol);
    boolean closes = "⟩⌉⌋".contains(symbol);
    if (closes) {
      dropLast(" ", out);
    }
    out.append(symbol);
    if (lefts > 0 && charAt(end, span) == ',' && charAt(end + 1, span) != ' ') {
      return append(" ", end + 1, out);
    }
    return opens && charAt(end, span) == ' ' ? end + 1 : end;
  }

  /** "Oleft( n right)" and "left|,…,right|", whose commas were thin spaces. */
  private int delimiter(int at, int end, TexReader.Span span, StringBuilder out) {
    String word = text.substring(at, end);
    char after = charAt(end, span);
    if (word.endsWith("left")
        && word.length() <= 5
        && "([|".indexOf(after) >= 0
        && end < lastRight) {
      lefts++;
      out.append(word, 0, word.length() - 4).append(after);
      char next = charAt(end + 1, span);
      return next == ' ' || (next == ',' && charAt(end + 2, span) != ' ') ? end + 2 : end + 1;
    }
    if (lefts > 0 && word.equals("right") && ")]|".indexOf(after) >= 0) {
      lefts--;
      dropLast(" ,", out);
      out.append(after);
      return end + 1;
    }
    return -1;
  }

  private static void dropLast(String characters, StringBuilder out) {
    int last = out.length() - 1;
    if (last >= 0 && characters.indexOf(out.charAt(last)) >= 0) {
      out.setLength(last);
    }
  }

  /** The name of a Greek letter, where an index or a power follows. */
  private int greek(int at, int end, TexReader.Span span, StringBuilder out) {
    String word = text.substring(at, end);
    char sign = charAt(end, span);
    boolean first = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    if ((sign != '_' && sign != '^') || !first || !TexSymbols.isIndexed(word)) {
      return -1;
    }
    char next = charAt(end + 1, span);
    char behind = charAt(end + 2, span);
    boolean single =
        TexReader.isLetter(next) && !Character.isLetterOrDigit(behind) && behind != '_';
    String symbol = TexSymbols.symbol(word);
    if (symbol == null || !(next == '{' || next == '*' || isDigit(next) || single)) {
      return -1;
    }
    return append(symbol, end, out);
  }

  /** Whether a quotation mark between two letters is an umlaut: G"odel, but not said"and. */
  boolean isUmlaut(int quote) {
    return evenQuotes && isUmlaut(text, quote);
  }

  /** The letter of "v{s}", "c{c}" and "H{o}"; null for pairs that no language uses often. */
  @Nullable String caron(char command, char letter) {
    boolean usual =
        switch (command) {
          case 'v' -> "szcrnSZCRN".indexOf(letter) >= 0;
          case 'c' -> "csCS".indexOf(letter) >= 0;
          case 'H' -> "ou".indexOf(letter) >= 0;
          case 'u' -> letter == 'g';
          default -> false;
        };
    return usual ? Accents.on(command, String.valueOf(letter)) : null;
  }

  private boolean isSymbolAt(int at, TexReader.Span span) {
    char c = charAt(at, span);
    char next = charAt(at + 1, span);
    return TexReader.isLetter(c)
        && (next == '_' || next == '^' || (!Character.isLetterOrDigit(next) && !isWord(c)));
  }

  /** Whether the last word is one letter, perhaps with an index. */
  private static boolean isSymbolBefore(StringBuilder out, int end) {
    char last = out.charAt(end - 1);
    if (Scripts.isScript(last)) {
      return true;
    }
    boolean single = end < 2 || !Character.isLetterOrDigit(out.charAt(end - 2));
    return single && Character.isLetter(last) && !isWord(last);
  }

  private static boolean isWord(char c) {
    return c == 'a' || c == 'A' || c == 'I';
  }

  private char charAt(int at, TexReader.Span span) {
    return at >= 0 && at < span.to() ? text.charAt(at) : TexCommands.END;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int lastRight(String text) {
    int last = -1;
    for (String right : new String[] {"right)", "right]", "right|"}) {
      last = Math.max(last, text.lastIndexOf(right));
    }
    return last;
  }

  private static boolean isUmlaut(String text, int quote) {
    return quote > 0
        && quote + 2 < text.length()
        && TexReader.isLetter(text.charAt(quote - 1))
        && "aouAOU".indexOf(text.charAt(quote + 1)) >= 0
        && TexReader.isLetter(text.charAt(quote + 2));
  }

  private static boolean evenQuotes(String text) {
    int quotes = 0;
    for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
      if (!isUmlaut(text, at)) {
        quotes++;
      }
    }
    return quotes % 2 == 0;
  }
}
