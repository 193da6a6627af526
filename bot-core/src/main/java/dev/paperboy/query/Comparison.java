package dev.paperboy.query;

/**
 * A comparison and what is compared: {@code >=50}.
 *
 * @param sign one of {@code > >= < <=}, or empty
 */
record Comparison(String sign, String operand) {
  static Comparison of(String text) {
    String plain = text.replace('\u2265', '>').replace('\u2264', '<');
    int end = 0;
    while (end < plain.length() && "<>=".indexOf(plain.charAt(end)) >= 0) {
      end++;
    }
    boolean inclusive = !plain.regionMatches(0, text, 0, end);
    String typed = plain.substring(0, end) + (inclusive ? "=" : "");
    String sign =
        switch (typed) {
          case "=", "==" -> "";
          case "=>" -> ">=";
          case "=<" -> "<=";
          default -> typed;
        };
    return new Comparison(sign, plain.substring(end).strip());
  }

  /** Whether the text is a sign with nothing to compare. */
  static boolean isBare(String text) {
    Comparison comparison = of(text);
    return comparison.operand().isEmpty() && !text.isEmpty();
  }

  boolean hasSign() {
    return !sign.isEmpty();
  }

  boolean isKnown() {
    return switch (sign) {
      case "", ">", ">=", "<", "<=" -> true;
      default -> false;
    };
  }

  /** The sign that is offered where this one is none: the side it points to, included. */
  String nearestSign() {
    if (isKnown()) {
      return sign;
    }
    return sign.contains("<") ? "<=" : ">=";
  }
}
