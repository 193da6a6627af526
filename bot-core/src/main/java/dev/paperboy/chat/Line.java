package dev.paperboy.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A line on its way through the parser: what is left of it, and where each character of that stood
 * in the line as typed.
 */
final class Line {
  /** A run without white space, outside quotes. */
  record Token(String text, int start, int end) {}

  private final String typed;
  private final String text;
  private final int[] origin;

  private Line(String typed, String text, int[] origin) {
    this.typed = typed;
    this.text = text;
    this.origin = origin;
  }

  static Line of(String typed) {
    int[] origin = new int[typed.length()];
    for (int i = 0; i < origin.length; i++) {
      origin[i] = i;
    }
    return new Line(typed, typed, origin).trimmed();
  }

  String text() {
    return text;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The first run of non-blanks; the line must not be empty. */
  Token first() {
    int end = 0;
    while (end < text.length() && !isBlank(text.charAt(end))) {
      end++;
    }
    return new Token(text.substring(0, end), 0, end);
  }

  /** Runs of non-blanks that do not touch a quoted part. */
  List<Token> tokensOutsideQuotes() {
    List<Token> tokens = new ArrayList<>();
    boolean quoted = false;
    int start = -1;
    boolean clean = true;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (isQuote(c)) {
        quoted = !quoted;
        clean = false;
        start = start < 0 ? i : start;
      } else if (isBlank(c) && (!quoted || i == text.length())) {
        if (start >= 0 && clean) {
          tokens.add(new Token(text.substring(start, i), start, i));
        }
        start = -1;
        clean = true;
      } else if (start < 0) {
        start = i;
        clean = !quoted;
      }
    }
    return tokens;
  }

  /** The line without the first {@code end} characters. */
  Line from(int end) {
    return without(List.of(new Token("", 0, end)));
  }

  Line without(List<Token> tokens) {
    StringBuilder left = new StringBuilder();
    List<Integer> origins = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      int at = i;
      if (tokens.stream().noneMatch(t -> at >= t.start() && at < t.end())) {
        left.append(text.charAt(i));
        origins.add(origin[i]);
      }
    }
    return new Line(typed, left.toString(), origins.stream().mapToInt(Integer::intValue).toArray())
        .trimmed();
  }

  /** The 1-based column, in code points of the line as typed, of a character of what is left. */
  int column(int at) {
    int index = at < origin.length ? origin[at] : typed.length();
    return typed.codePointCount(0, index) + 1;
  }

  /** The same for a place given as a 1-based column in code points of what is left. */
  int columnOfColumn(int column) {
    int points = Math.min(Math.max(column - 1, 0), text.codePointCount(0, text.length()));
    return column(text.offsetByCodePoints(0, points));
  }

  /** The whole line as typed with one token of what is left replaced. */
  String replacing(Token token, String replacement) {
    int start = origin[token.start()];
    int end = origin[token.end() - 1] + 1;
    return typed.substring(0, start) + replacement + typed.substring(end);
  }

  /** The same with several tokens replaced. */
  String replacing(Map<Token, String> replacements) {
    StringBuilder mended = new StringBuilder(typed);
    replacements.keySet().stream()
        .sorted(Comparator.comparingInt(Token::start).reversed())
        .forEach(token ->
            mended.replace(
                origin[token.start()],
                origin[token.end() - 1] + 1,
                replacements.getOrDefault(token, "")));
    return mended.toString();
  }

  private Line trimmed() {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    int[] kept = new int[end - start];
    System.arraycopy(origin, start, kept, 0, kept.length);
    return new Line(typed, text.substring(start, end), kept);
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»';
  }
}
