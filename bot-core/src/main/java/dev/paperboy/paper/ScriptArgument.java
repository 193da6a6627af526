package dev.paperboy.paper;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code ^} or {@code _} raises or lowers.
 *
 * @param content as it is read
 * @param braced whether it stood in braces, so that it is no ordinary text for certain
 * @param source as it was written, with its sign
 * @param end where the text goes on
 */
record ScriptArgument(String content, boolean braced, String source, int end) {
  private static final int LONGEST_POWER = 8;
  private static final Set<String> POWERS =
      Set.of("star", "ast", "top", "prime", "dagger", "perp", "circ");
  private static final String MARKS = "*∗†‡§¶′°♠♣♥♦";

  /** Null where the sign is an ordinary character, as in snake_case and C^. */
  static @Nullable ScriptArgument at(
      String text, int sign, TexReader.Span span, TexReader reader, char base) {
    int at = sign + 1;
    if (at >= span.to()) {
      return null;
    }
    boolean raised = text.charAt(sign) == '^';
    char c = text.charAt(at);
    int close = reader.closing(at, span);
    if (close >= 0) {
      if (base == ' ' && !raised && !span.maths()) {
        return null;
      }
      String content = named(reader.read(span.part(at + 1, close, true)).strip());
      return new ScriptArgument(content, true, text.substring(sign, close + 1), close + 1);
    }
    if (!span.maths() && !isBase(base, raised, sign < 2 ? ' ' : text.charAt(sign - 2))) {
      return null;
    }
    if (c == '\\') {
      StringBuilder command = new StringBuilder();
      int end = reader.command(at, span, command);
      return new ScriptArgument(command.toString().strip(), true, text.substring(sign, end), end);
    }
    int end = plainEnd(text, at, raised, span, reader);
    if (end > at) {
      return new ScriptArgument(
          text.substring(at, end), span.maths(), text.substring(sign, end), end);
    }
    return TexReader.isLetter(c) ? word(text, sign, span, reader) : null;
  }

  private static @Nullable ScriptArgument word(
      String text, int sign, TexReader.Span span, TexReader reader) {
    int at = sign + 1;
    int end = reader.endOfWord(at, span.to());
    String word = text.substring(at, end);
    boolean raised = text.charAt(sign) == '^';
    if (raised && word.startsWith("circ") && (word.length() == 4 || word.startsWith("times", 4))) {
      return new ScriptArgument("∘", true, text.substring(sign, at + 4), at + 4);
    }
    if (TexSymbols.isSureWrapper(word) && reader.closing(end, span) >= 0) {
      StringBuilder content = new StringBuilder();
      int after = reader.named(word, end, span, content);
      return new ScriptArgument(content.toString(), true, text.substring(sign, after), after);
    }
    String symbol = named(word);
    if (!symbol.equals(word)) {
      return new ScriptArgument(symbol, true, text.substring(sign, end), end);
    }
    boolean single = span.maths() || (word.length() == 1 && endsWord(text, end, span.to()));
    return single
        ? new ScriptArgument(
            word.substring(0, 1), span.maths(), text.substring(sign, at + 1), at + 1)
        : null;
  }

  /** The sign whose name stands alone in an index or a power; else the word itself. */
  private static String named(String word) {
    boolean sign =
        POWERS.contains(word)
            || TexSymbols.isSure(word)
            || (word.length() > 1 && TexSymbols.isIndexed(word));
    String symbol = sign ? TexSymbols.symbol(word) : null;
    return symbol == null ? word : symbol;
  }

  /** The end of a number, a mark or a Greek letter; the start where there is none. */
  private static int plainEnd(
      String text, int from, boolean raised, TexReader.Span span, TexReader reader) {
    char c = text.charAt(from);
    if (MARKS.indexOf(c) >= 0) {
      return raised ? from + 1 : from;
    }
    if (c == '(' && raised && !span.maths()) {
      int close = text.indexOf(')', from);
      boolean power =
          close > from
              && close < span.to()
              && close - from <= LONGEST_POWER
              && text.substring(from + 1, close).matches("[+-]?\\d+");
      return power ? close + 1 : from;
    }
    int at = from;
    if (c == '-' || c == '+') {
      at++;
    }
    int digits = at;
    while (at < span.to() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at > digits) {
      boolean decimal =
          at + 1 < span.to() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1));
      boolean name = !raised && at < span.to() && text.charAt(at) == '_';
      return decimal || name ? from : at;
    }
    if ((c == '-' || c == '+') && raised) {
      return endsWord(text, from + 1, span.to()) ? from + 1 : from;
    }
    boolean greek = c >= 'α' && c <= 'ω' && reader.endOfWord(from + 1, span.to()) == from + 1;
    return greek ? from + 1 : from;
  }

  private static boolean isBase(char base, boolean raised, char before) {
    boolean greek = (base >= 'Α' && base <= 'ω') || "ℓ∇∑∏".indexOf(base) >= 0;
    if (greek || Scripts.isScript(base)) {
      return true;
    }
    if (raised) {
      return Character.isLetterOrDigit(base) || ")]|}°".indexOf(base) >= 0;
    }
    return TexReader.isLetter(base) && !Character.isLetterOrDigit(before) && before != '_';
  }

  private static boolean endsWord(String text, int at, int to) {
    return at >= to || !(Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  void append(boolean raised, StringBuilder out) {
    if (content.isEmpty()) {
      return;
    }
    if (raised && (content.equals("∘") || content.equals("°"))) {
      out.append('°');
    } else if (raised && content.equals("⊤")) {
      out.append('ᵀ');
    } else if (raised && content.length() == 1 && MARKS.contains(content)) {
      out.append(content.equals("∗") ? "*" : content);
    } else {
      appendScript(raised, out);
    }
  }

  private void appendScript(boolean raised, StringBuilder out) {
    String tight = content.replace(" ", "");
    String bare = !braced && tight.startsWith("(") ? tight.substring(1, tight.length() - 1) : tight;
    String script =
        bare.contains("(") ? null : raised ? Scripts.raised(bare) : Scripts.lowered(bare);
    if (script != null) {
      out.append(script);
    } else if (!braced) {
      out.append(source);
    } else {
      out.append(raised ? '^' : '_');
      boolean word = content.chars().allMatch(Character::isLetter) || isDecimal(content);
      out.append(
          word || tight.codePointCount(0, tight.length()) == 1 ? content : "(" + tight + ")");
    }
  }

  private static boolean isDecimal(String content) {
    return content.matches("\\d{1,9}\\.\\d{1,9}");
  }
}
