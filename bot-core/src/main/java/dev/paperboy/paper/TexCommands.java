package dev.paperboy.paper;

import java.util.Set;

/** Commands with their backslash. */
final class TexCommands {
  private static final String UNKNOWN_AFTER = " ([{\"'`-–—/~,.;$>";

  /** What stands behind the last character. */
  static final char END = '\0';

  private static final int LONGEST_FORMULA = 400;
  private static final int LONGEST_OPTION = 200;

  private static final Set<String> ENDINGS = Set.of("s", "t", "re", "ve", "ll", "d", "m");

  private final String text;
  private final TexReader reader;
  private final Typography typography;

  TexCommands(String text, TexReader reader, Typography typography) {
    this.text = text;
    this.reader = reader;
    this.typography = typography;
  }

  /** Reads the command that this backslash begins, and returns where the text goes on. */
  int read(int at, TexReader.Span span, StringBuilder out) {
    if (at + 1 >= span.to()) {
      out.append('\\');
      return at + 1;
    }
    char c = text.charAt(at + 1);
    if (TexReader.isLetter(c)) {
      int end = reader.endOfWord(at + 1, span.to());
      return known(text.substring(at + 1, end), at, end, span, out);
    }
    if (c >= '0' && c <= '9') {
      return price(at, span, out);
    }
    switch (c) {
      case '|':
        out.append(span.maths() ? '‖' : '|');
        return at + 2;
      case '%', '&', '$', '#', '_', '{', '}':
        out.append(c);
        return at + 2;
      case ' ', ',', ';', ':', '>', '\\':
        space(out);
        return at + 2;
      case '!', '-', '/':
        return at + 2;
      case '(', '[':
        return formula(at, c == '(' ? "\\)" : "\\]", span, out);
      default:
        return accent(at, c, span, out);
    }
  }

  private int known(String name, int backslash, int end, TexReader.Span span, StringBuilder out) {
    if (name.length() == 1 && Accents.isMark(name.charAt(0))) {
      int read = letterAccent(name.charAt(0), end, span, out);
      if (read >= 0) {
        return read;
      }
    }
    int read = named(name, end, span, out);
    if (read >= 0) {
      return read;
    }
    return unknown(name, backslash, end, span, out);
  }

  /**
   * Reads a command by its name, and returns where the text goes on; -1 where the name is not
   * known.
   */
  int named(String name, int after, TexReader.Span span, StringBuilder out) {
    String letter = TexSymbols.letter(name);
    if (letter != null) {
      out.append(letter);
      int end = behindEmptyGroup(after, span);
      return end == after && charAt(after, span) == ' ' ? after + 1 : end;
    }
    String symbol = TexSymbols.symbol(name);
    if (symbol != null) {
      if (symbol.equals(name)) {
        spaceBehindTerm(out);
      }
      TexReader.separate(symbol, out);
      out.append(symbol);
      int end = behindEmptyGroup(after, span);
      boolean number = symbol.equals("~") && Character.isDigit(charAt(end + 1, span));
      boolean swallows = number || name.startsWith("text");
      return swallows && charAt(end, span) == ' ' ? end + 1 : end;
    }
    String shortForm = TexSymbols.shortForm(name);
    if (shortForm != null) {
      out.append(shortForm);
      int end = behindEmptyGroup(after, span);
      return charAt(end, span) == '.' ? end + 1 : end;
    }
    if (TexSymbols.isDropped(name)) {
      return dropped(after, span, out);
    }
    if (TexSymbols.isDeclaration(name)) {
      return declaration(name, after, span, out);
    }
    return withArguments(name, after, span, out);
  }

  private int withArguments(String name, int after, TexReader.Span span, StringBuilder out) {
    switch (name) {
      case "href":
        return link(after, span, out);
      case "textcolor", "colorbox":
        return second(after, span, out);
      case "color":
        return colour(after, span);
      case "frac", "tfrac", "dfrac", "nicefrac":
        return fraction(after, span, out);
      case "sqrt":
        return root(after, span, out);
      case "textsuperscript", "textsubscript":
        return script(name.endsWith("superscript"), after, span, out);
      case "xspace":
        return behindEmptyGroup(after, span);
      default:
        if (Accents.isOver(name)) {
          return over(name, after, span, out);
        }
        return TexSymbols.isWrapper(name) ? wrapper(name, after, span, out) : -1;
    }
  }

  private int wrapper(String name, int after, TexReader.Span span, StringBuilder out) {
    int open = skipSpace(after, span);
    int close = reader.closing(open, span);
    if (name.equals("mathbb")) {
      int end = close < 0 ? open + 1 : close;
      String letter =
          close < 0
              ? open < span.to() ? text.substring(open, open + 1) : ""
              : text.substring(open + 1, close);
      out.append(letter.length() == 1 ? TexSymbols.doubleStruck(letter) : letter);
      return Math.min(span.to(), close < 0 ? end : end + 1);
    }
    if (close < 0) {
      return charAt(open, span) == '{' ? open + 1 : open;
    }
    if (name.equals("url")) {
      spaceBehindWord(out);
    }
    boolean maths = span.maths() && !(name.startsWith("text") || name.endsWith("box"));
    reader.read(span.part(open + 1, close, maths || name.startsWith("math")), out);
    return close + 1;
  }

  private int dropped(int after, TexReader.Span span, StringBuilder out) {
    int at = charAt(after, span) == '*' ? after + 1 : after;
    at = behindOption(behindOption(at, span), span);
    int close = reader.closing(at, span);
    if (close >= 0) {
      at = close + 1;
    } else if (charAt(at, span) == '{') {
      space(out);
      return at + 1;
    }
    char next = charAt(at, span);
    boolean ends = at >= span.to() || " .,;:!?)]}~".indexOf(next) >= 0;
    int length = out.length();
    if (ends && length > 0 && out.charAt(length - 1) == ' ') {
      out.setLength(length - 1);
    }
    return at;
  }

  private int declaration(String name, int after, TexReader.Span span, StringBuilder out) {
    int end = behindEmptyGroup(after, span);
    switch (name) {
      case "xspace":
        return end;
      case "par", "newline", "linebreak", "item", "quad", "qquad", "enspace", "thinspace":
        space(out);
        return skipSpace(end, span);
      case "left", "right", "middle":
        end = skipSpace(end, span);
        return charAt(end, span) == '.' ? end + 1 : end;
      default:
        return skipSpace(end, span);
    }
  }

  private int link(int after, TexReader.Span span, StringBuilder out) {
    int close = reader.closing(after, span);
    if (close < 0) {
      return after;
    }
    String address = text.substring(after + 1, close).replace("\\", "").strip();
    spaceBehindWord(out);
    out.append(address);
    int open = close + 1;
    int end = reader.closing(open, span);
    if (end < 0) {
      return open;
    }
    TexReader.linkText(reader.read(span.part(open + 1, end)), out);
    return end + 1;
  }

  private int second(int after, TexReader.Span span, StringBuilder out) {
    int at = behindOption(after, span);
    int close = reader.closing(at, span);
    if (close < 0) {
      return after;
    }
    int end = reader.closing(close + 1, span);
    if (end < 0) {
      return close + 1;
    }
    reader.read(span.part(close + 2, end), out);
    return end + 1;
  }

  /** Only a colour that is known: others have swallowed a letter of the text. */
  private int colour(int after, TexReader.Span span) {
    int close = reader.closing(after, span);
    return close >= 0 && TexSymbols.isColour(text.substring(after + 1, close)) ? close + 1 : -1;
  }

  private int fraction(int after, TexReader.Span span, StringBuilder out) {
    int over = reader.closing(after, span);
    int under = over < 0 ? -1 : reader.closing(over + 1, span);
    if (under < 0) {
      return span.maths() ? after : -1;
    }
    out.append(term(reader.read(span.part(after + 1, over, true))));
    out.append('/');
    out.append(term(reader.read(span.part(over + 2, under, true))));
    return under + 1;
  }

  private int root(int after, TexReader.Span span, StringBuilder out) {
    int close = reader.closing(after, span);
    out.append('√');
    if (close < 0) {
      return after;
    }
    out.append(term(reader.read(span.part(after + 1, close, true))));
    return close + 1;
  }

  private static String term(String content) {
    String tight = content.strip();
    boolean simple =
        tight
            .chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || Scripts.isScript((char) c) || c == '√');
    return simple ? tight : "(" + tight + ")";
  }

  private int script(boolean raised, int after, TexReader.Span span, StringBuilder out) {
    int close = reader.closing(after, span);
    if (close < 0) {
      return after;
    }
    String content = reader.read(span.part(after + 1, close));
    new ScriptArgument(content, true, content, close + 1).append(raised, out);
    return close + 1;
  }

  private int over(String name, int after, TexReader.Span span, StringBuilder out) {
    int open = skipSpace(after, span);
    int close = reader.closing(open, span);
    if (close < 0) {
      if (!span.maths() || open >= span.to() || !Character.isLetter(text.charAt(open))) {
        return -1;
      }
      out.append(Accents.over(name, text.substring(open, open + 1)));
      return open + 1;
    }
    out.append(Accents.over(name, reader.read(span.part(open + 1, close, true))));
    return close + 1;
  }

  /** {@code \c{c}} and {@code \c c}. */
  private int letterAccent(char command, int after, TexReader.Span span, StringBuilder out) {
    int open = skipSpace(after, span);
    int close = reader.closing(open, span);
    int at = close < 0 ? open : open + 1;
    int end = close < 0 ? open + 1 : close + 1;
    boolean letterOnly = close < 0 ? open > after && open < span.to() : close == open + 2;
    String accented = letterOnly ? Accents.on(command, text.substring(at, at + 1)) : null;
    if (accented == null) {
      return -1;
    }
    out.append(accented);
    return end;
  }

  /** {@code \'e}, {@code \'{e}} and {@code \"{\i}}; else the sign without its backslash. */
  private int accent(int at, char command, TexReader.Span span, StringBuilder out) {
    if (!Accents.isMark(command) || (command == '"' && typography.isEscapedQuote(at))) {
      boolean sign = command == '"' || command == '*' || command == '@' || command == '+';
      out.append(sign ? "" : "\\").append(command);
      return at + 2;
    }
    if (command == '\'' && isEnding(at, span)) {
      out.append(command);
      return at + 2;
    }
    int open = skipSpace(at + 2, span);
    int close = reader.closing(open, span);
    int from = close < 0 ? open : open + 1;
    boolean dotless = charAt(from, span) == '\\' && "ij".indexOf(charAt(from + 1, span)) >= 0;
    int end = from + (dotless ? 2 : 1);
    boolean fits = close < 0 ? end <= span.to() && !isLongWord(dotless, end, span) : end == close;
    String accented = fits ? Accents.on(command, text.substring(end - 1, end)) : null;
    if (accented == null) {
      boolean mark = "'`^~".indexOf(command) >= 0;
      out.append(mark ? "" : "\\").append(command);
      return at + 2;
    }
    out.append(accented);
    return close < 0 ? end : close + 1;
  }

  /** An escaped apostrophe: "the model\'s". */
  private boolean isEnding(int at, TexReader.Span span) {
    int end = reader.endOfWord(at + 2, span.to());
    return at > 0
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && ENDINGS.contains(text.substring(at + 2, end));
  }

  private boolean isLongWord(boolean dotless, int end, TexReader.Span span) {
    return dotless && TexReader.isLetter(charAt(end, span));
  }

  /** "\10,000" was "$10,000" before the sources lost the sign. */
  private int price(int at, TexReader.Span span, StringBuilder out) {
    int end = at + 1;
    while (Character.isDigit(charAt(end, span)) || ",.".indexOf(charAt(end, span)) >= 0) {
      end++;
    }
    char before = TexReader.lastOf(out);
    boolean list = charAt(end, span) == ')' && end == at + 2 && before == ' ';
    boolean starts = " (<>~≈[\"“‘'".indexOf(before) >= 0;
    out.append(starts && !list ? "$" : "\\").append(text.charAt(at + 1));
    return at + 2;
  }

  private int formula(int at, String closer, TexReader.Span span, StringBuilder out) {
    int limit = Math.min(span.to(), at + LONGEST_FORMULA);
    int end = text.substring(at, limit).indexOf(closer);
    if (end < 0) {
      out.append(text, at, at + 2);
      return at + 2;
    }
    reader.read(span.part(at + 2, at + end, true), out);
    return at + end + 2;
  }

  /** A macro of the authors' own: its name, or what it is put around. */
  private int unknown(String name, int backslash, int end, TexReader.Span span, StringBuilder out) {
    int close = reader.closing(end, span);
    if (name.equals("color")) {
      int after = close < 0 ? end : close + 1;
      out.append(text, backslash, after);
      return after;
    }
    if (close > end + 1) {
      reader.read(span.part(end + 1, close), out);
      return close + 1;
    }
    char before = backslash == 0 ? ' ' : text.charAt(backslash - 1);
    boolean macro = span.maths() || (name.length() > 1 && UNKNOWN_AFTER.indexOf(before) >= 0);
    out.append(macro ? "" : "\\").append(name);
    return close == end + 1 && macro ? close + 1 : end;
  }

  /** Behind an argument in square brackets, if there is one. */
  private int behindOption(int at, TexReader.Span span) {
    if (charAt(at, span) != '[') {
      return at;
    }
    int end = text.substring(at, Math.min(span.to(), at + LONGEST_OPTION)).indexOf(']');
    return end < 0 ? at : at + end + 1;
  }

  private int behindEmptyGroup(int at, TexReader.Span span) {
    return reader.closing(at, span) == at + 1 ? at + 2 : at;
  }

  private int skipSpace(int at, TexReader.Span span) {
    return charAt(at, span) == ' ' && at < span.to() ? at + 1 : at;
  }

  private char charAt(int at, TexReader.Span span) {
    return at < span.to() ? text.charAt(at) : END;
  }

  private static void spaceBehindWord(StringBuilder out) {
    char last = TexReader.lastOf(out);
    if (Character.isLetterOrDigit(last) || ".,;:)".indexOf(last) >= 0) {
      out.append(' ');
    }
  }

  /** "n log n" for an operator that the author's typesetter would have kept apart. */
  private static void spaceBehindTerm(StringBuilder out) {
    char last = TexReader.lastOf(out);
    if (Character.isLetterOrDigit(last) || last == ')' || Scripts.isScript(last)) {
      out.append(' ');
    }
  }

  private static void space(StringBuilder out) {
    if (TexReader.lastOf(out) != ' ') {
      out.append(' ');
    }
  }
}
