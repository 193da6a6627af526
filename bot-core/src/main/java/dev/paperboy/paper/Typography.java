package dev.paperboy.paper;

/** The quotes, dashes and ties of LaTeX in running text. */
final class Typography {
  private static final int LONGEST_QUOTATION = 120;
  private static final int LONGEST_QUANTITY = 12;
  private final String text;
  private final boolean escapedQuotes;
  private boolean straight;
  private boolean curly;

  Typography(String text) {
    this.text = text;
    this.escapedQuotes = closesEscaped(text);
  }

  /** Whether {@code \"} stands for a quotation mark here, as in text that was escaped as JSON. */
  boolean isEscapedQuote(int backslash) {
    boolean outside = !isWord(before(backslash)) && before(backslash) != '}';
    return (escapedQuotes && outside) || !opensAccent(text, backslash + 2);
  }

  /** Reads the mark at this place, and returns where the text goes on. */
  int read(int at, StringBuilder out) {
    return switch (text.charAt(at)) {
      case '-' -> dashes(at, out);
      case '~' -> tie(at, out);
      case '`' -> backtick(at, out);
      case '\'' -> apostrophe(at, out);
      case '"' -> quote(at, out);
      default -> {
        out.append(text.charAt(at));
        yield at + 1;
      }
    };
  }

  private int dashes(int at, StringBuilder out) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '-') {
      end++;
    }
    int length = end - at;
    boolean option =
        (at == 0 || " ([`\"'".indexOf(text.charAt(at - 1)) >= 0) && isWord(charAt(end));
    if (length == 2 && !option) {
      out.append('–');
    } else if (length == 3) {
      out.append('—');
    } else {
      out.append(text, at, end);
    }
    return end;
  }

  /** A tie is a space, but "~10" and "16~30%" keep theirs, and so does "x~p(x)". */
  private int tie(int at, StringBuilder out) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = charAt(at + 1);
    boolean joins =
        isWord(before)
            ? tiesWord(at, before, after)
            : ".,;:)]}%$".indexOf(before) >= 0 && (Character.isLetter(after) || after == '\\');
    out.append(joins ? ' ' : '~');
    return at + 1;
  }

  private boolean tiesWord(int at, char before, char after) {
    if (after == ' ') {
      return true;
    }
    if (Character.isLetter(after)) {
      return !(isSymbol(at) && charAt(at + 2) == '(');
    }
    return Character.isDigit(after)
        ? Character.isLetter(before) && !isSymbol(at) && !endsQuantity(at)
        : "([\\{$".indexOf(after) >= 0;
  }

  /** Whether a number with its unit ends here, so that "1M~4M" is a range. */
  private boolean endsQuantity(int at) {
    int start = at;
    while (start > 0 && at - start <= LONGEST_QUANTITY && isWord(text.charAt(start - 1))) {
      start--;
    }
    return Character.isDigit(text.charAt(start));
  }

  /** Whether the word before this place is a single letter, such as x or θ. */
  private boolean isSymbol(int at) {
    return at < 2 || !isWord(text.charAt(at - 2));
  }

  private int backtick(int at, StringBuilder out) {
    if (charAt(at + 1) == '`') {
      if (charAt(at + 2) == '`') {
        int end = at;
        while (charAt(end) == '`') {
          end++;
        }
        out.append(text, at, end);
        return end;
      }
      boolean closes = curly && isWord(before(at)) && !isWord(charAt(at + 2));
      curly = !closes;
      out.append(closes ? '”' : '“');
      return at + 2;
    }
    char before = before(at);
    if (isWord(before) && text.startsWith("s", at + 1) && !isWord(charAt(at + 2))) {
      out.append('\'');
      return at + 1;
    }
    int close = isWord(before) ? -1 : closing(at);
    if (close < 0) {
      out.append('`');
      return at + 1;
    }
    out.append('‘').append(text, at + 1, close).append('’');
    return close + 1;
  }

  /** The apostrophe that ends a quotation begun by one backtick; -1 where none does. */
  private int closing(int at) {
    if (!isWord(charAt(at + 1))) {
      return -1;
    }
    int limit = Math.min(text.length(), at + LONGEST_QUOTATION);
    for (int i = at + 1; i < limit; i++) {
      char c = text.charAt(i);
      if ("`\"\\{}$".indexOf(c) >= 0) {
        return -1;
      }
      if (c == '\'' && !isWord(charAt(i + 1))) {
        return text.charAt(i - 1) == ' ' || charAt(i + 1) == '\'' ? -1 : i;
      }
    }
    return -1;
  }

  private int apostrophe(int at, StringBuilder out) {
    if (charAt(at + 1) != '\'' || charAt(at + 2) == '\'') {
      int end = at + 1;
      while (charAt(at + 1) == '\'' && charAt(end) == '\'') {
        end++;
      }
      out.append(text, at, end);
      return end;
    }
    boolean opens = !curly && !straight && (at == 0 || " (".indexOf(before(at)) >= 0);
    if (straight && !curly) {
      out.append('"');
      straight = false;
    } else {
      curly = opens && isWord(charAt(at + 2));
      out.append(curly ? '“' : '”');
    }
    return at + 2;
  }

  private int quote(int at, StringBuilder out) {
    if (curly && (isWord(before(at)) || ".,!?)".indexOf(before(at)) >= 0)) {
      out.append('”');
      curly = false;
    } else {
      out.append('"');
      straight = !straight;
    }
    return at + 1;
  }

  private char before(int at) {
    return at == 0 ? ' ' : text.charAt(at - 1);
  }

  private char charAt(int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : ' ';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  private static boolean closesEscaped(String text) {
    for (int at = text.indexOf("\\\""); at >= 0; at = text.indexOf("\\\"", at + 2)) {
      if (!opensAccent(text, at + 2)) {
        return true;
      }
    }
    return false;
  }

  private static boolean opensAccent(String text, int at) {
    return at < text.length()
        && (Character.isLetter(text.charAt(at))
            || text.charAt(at) == '{'
            || text.charAt(at) == '\\');
  }
}
