package dev.paperboy.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a query apart, in one pass. */
final class Lexer {
  /** Fields of other languages, which are words in this one, and what to write instead. */
  private static final Map<String, String> FOREIGN =
      Map.ofEntries(
          Map.entry("tag", "topic:"),
          Map.entry("tags", "topic:"),
          Map.entry("keyword", "topic:"),
          Map.entry("keywords", "topic:"),
          Map.entry("category", "topic:"),
          Map.entry("cat", "topic:"),
          Map.entry("by", "author:"),
          Map.entry("au", "author:"),
          Map.entry("ti", "title:"),
          Map.entry("abs", "abstract:"),
          Map.entry("organization", "org:"),
          Map.entry("organisation", "org:"),
          Map.entry("affiliation", "org:"),
          Map.entry("likes", "upvotes:"),
          Map.entry("after", "date:>"),
          Map.entry("since", "date:>="),
          Map.entry("before", "date:<"),
          Map.entry("until", "date:<="),
          Map.entry("on", "date:"),
          Map.entry("year", "date:"));

  private final TypedText typed;
  private final Findings findings;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int open;

  private Lexer(TypedText typed, Findings findings) {
    this.typed = typed;
    this.findings = findings;
  }

  /** The pieces in order, the last of them {@link Token.Kind#END}. */
  static List<Token> tokens(TypedText typed, Findings findings) {
    Lexer lexer = new Lexer(typed, findings);
    while (lexer.at < typed.length()) {
      lexer.next();
    }
    lexer.add(Token.Kind.END, typed.length());
    return List.copyOf(lexer.tokens);
  }

  /** Whether a word would be taken for a field and its value. */
  static boolean beginsWithField(String word) {
    if (isComparedField(word)) {
      return true;
    }
    int colon = word.indexOf(':');
    String name = word.substring(0, Math.max(0, colon));
    return Field.of(name).isPresent()
        || (colon + 1 < word.length()
            && beginsValue(word.codePointAt(colon + 1))
            && Spelling.field(name).isPresent());
  }

  private void next() {
    switch (typed.at(at)) {
      case ' ' -> at++;
      case '"' -> phrase();
      case '(' -> {
        open++;
        add(Token.Kind.OPEN, at + 1);
      }
      case ')' -> {
        open = Math.max(0, open - 1);
        add(Token.Kind.CLOSE, at + 1);
      }
      case ',' -> add(Token.Kind.OR, at + 1);
      case '|' -> add(Token.Kind.OR, behindRun('|'));
      case '-' -> dash();
      default -> word();
    }
  }

  private void add(Token.Kind kind, int end) {
    tokens.add(new Token(kind, at, end, typed.text(at, end), null));
    at = end;
  }

  private int behindRun(int point) {
    int end = at;
    while (typed.at(end) == point) {
      end++;
    }
    return end;
  }

  private void phrase() {
    int end = at + 1;
    while (end < typed.length() && typed.at(end) != '"') {
      end++;
    }
    int behind = end + 1;
    if (end == typed.length()) {
      for (int brackets = open; brackets > 0 && typed.at(end - 1) == ')'; brackets--) {
        end--;
      }
      behind = end;
      if (!typed.cut()) {
        findings.mistake(at, "This quote is never closed.", new Findings.Edit(end, end, "\""));
      }
    }
    String text = typed.text(Math.min(at + 1, end), end).strip();
    tokens.add(new Token(Token.Kind.PHRASE, at, behind, text, null));
    at = behind;
  }

  /** A dash excludes what it touches; one that touches nothing is nothing. */
  private void dash() {
    int end = behindRun('-');
    if (typed.at(end) != '"' && typed.at(end) != '(' && Wording.endsWord(typed.at(end))) {
      at = end;
      return;
    }
    if (end - at > 1) {
      findings.note(Findings.Note.NEGATION, "Several dashes in a row were read as one.");
    }
    add(Token.Kind.MINUS, end);
  }

  private void word() {
    int end = endOfWord(at);
    String text = typed.text(at, end);
    boolean excluded = !tokens.isEmpty() && touches(tokens.getLast(), Token.Kind.MINUS);
    if (Wording.isOperator(text) && !excluded) {
      add(Token.Kind.valueOf(text), end);
      return;
    }
    int colon = text.indexOf(':');
    Optional<Field> known = colon > 0 ? Field.of(text.substring(0, colon)) : Optional.empty();
    if (known.isPresent()) {
      field(known.get(), at + colon + 1);
    } else if (isComparedField(text)) {
      Field field = Field.of(text.substring(0, sign(text))).orElseThrow();
      findings.note(
          Findings.Note.COMPARISON,
          "%s was read as %s:%s."
              .formatted(
                  Findings.shown(text), field.word(), Findings.shown(text.substring(sign(text)))));
      field(field, at + sign(text));
    } else if (colon > 0 && beginsValue(typed.at(at + colon + 1))) {
      unknown(text, colon, end);
    } else {
      add(Token.Kind.WORD, end);
    }
  }

  private boolean touches(Token token, Token.Kind kind) {
    return token.is(kind) && token.end() == at;
  }

  private int endOfWord(int from) {
    int end = from;
    while (!Wording.endsWord(typed.at(end))) {
      end++;
    }
    return end;
  }

  /** Whether something to look for begins with a code point that touches a colon. */
  private static boolean beginsValue(int point) {
    return point == '"'
        || point == '('
        || "<>=-*.".indexOf(point) >= 0
        || Character.isLetterOrDigit(point);
  }

  /** A name that is no field: a slip of the pen, or plain text. */
  private void unknown(String text, int colon, int end) {
    String name = text.substring(0, colon);
    Optional<Field> meant = Spelling.field(name);
    if (meant.isPresent()) {
      String word = meant.get().word();
      findings.mistake(
          at,
          "There is no field \u201C%s\u201D; did you mean %s: here? To search for the words, put them in quotes."
              .formatted(name, word),
          new Findings.Edit(at, at + colon, word));
      field(meant.get(), at + colon + 1);
      return;
    }
    String instead = FOREIGN.get(name);
    if (instead != null) {
      findings.note(
          Findings.Note.FOREIGN_FIELD,
          "\u201C%s:\u201D is no field and was read as a word; %s is the field for that."
              .formatted(name, instead));
    }
    add(Token.Kind.WORD, end);
  }

  /** The field, and with it a value that touches its colon and is nothing but a word. */
  private void field(Field field, int behindColon) {
    tokens.add(new Token(Token.Kind.FIELD, at, behindColon, field.word(), field));
    at = behindColon;
    boolean dash = typed.at(at) == '-' && (field.kind() == Field.Kind.CHOICE || isWords(field));
    if (dash || Wording.endsWord(typed.at(at))) {
      return;
    }
    int end = endOfWord(at);
    while (field.kind() == Field.Kind.NUMBER && isThousandsComma(end)) {
      end = endOfWord(end + 1);
    }
    add(Token.Kind.WORD, end);
  }

  private static boolean isWords(Field field) {
    return field.kind() == Field.Kind.TEXT && field != Field.ID;
  }

  /** The comma of 1,000: between one to three digits and three. */
  private boolean isThousandsComma(int comma) {
    return typed.at(comma) == ','
        && isDigit(comma - 1)
        && !(isDigit(comma - 2) && isDigit(comma - 3) && isDigit(comma - 4))
        && isDigit(comma + 1)
        && isDigit(comma + 2)
        && isDigit(comma + 3)
        && !isDigit(comma + 4);
  }

  private boolean isDigit(int index) {
    return typed.at(index) >= '0' && typed.at(index) <= '9';
  }

  /** {@code upvotes>=50}: the colon forgotten. */
  private static boolean isComparedField(String text) {
    int sign = sign(text);
    if (sign <= 0) {
      return false;
    }
    String operand = Comparison.of(text.substring(sign)).operand();
    return !operand.isEmpty()
        && Character.isDigit(operand.codePointAt(0))
        && Field.of(text.substring(0, sign))
            .filter(f -> f.kind() == Field.Kind.NUMBER || f.kind() == Field.Kind.DATE)
            .isPresent();
  }

  private static int sign(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("<>=".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
