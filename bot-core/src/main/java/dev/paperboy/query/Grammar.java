package dev.paperboy.query;

import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree of a query by recursive descent, and goes on behind each mistake as if it were
 * mended. The grammar:
 *
 * <pre>
 * query = and { ("OR" | "," | "|") and }
 * and   = unary { ["AND"] unary }
 * unary = ["-" | "NOT"] atom
 * atom  = "(" query ")" | field ":" value | "phrase" | word["*"]
 * value = "(" query ")" | "phrase" | word["*"] | [sign] number | number ".." number | …
 * </pre>
 */
final class Grammar {
  /** Brackets within brackets; deeper ones are read as if they were not there. */
  static final int DEEPEST = 16;

  private final TypedText typed;
  private final Findings findings;
  private final List<Token> tokens;
  private int next;

  /** Opening brackets that were passed over at the deepest level. */
  private int flattened;

  private Grammar(TypedText typed, Findings findings) {
    this.typed = typed;
    this.findings = findings;
    this.tokens = Lexer.tokens(typed, findings);
  }

  static Query read(TypedText typed, Findings findings) {
    Grammar grammar = new Grammar(typed, findings);
    Query query = grammar.bracketed(0, null);
    if (query instanceof Query.Everything) {
      grammar.onlyOperators();
    }
    return query;
  }

  /** What stands in a bracket, or at depth 0 the whole query, up to its end. */
  private Query bracketed(int depth, @Nullable Field scope) {
    List<Sequence> alternatives = new ArrayList<>();
    Sequence current = new Sequence();
    Token operator = null;
    boolean empty = true;
    while (!ends(depth)) {
      Token token = peek();
      if (token.is(Token.Kind.OR) || token.is(Token.Kind.AND)) {
        operator = operator(token, operator, empty);
        next++;
        continue;
      }
      Sequence.Item item = unary(depth, scope);
      if (item == null) {
        continue;
      }
      if (operator != null && operator.is(Token.Kind.OR)) {
        alternatives.add(current);
        current = new Sequence();
      }
      current.add(item, operator != null && operator.is(Token.Kind.AND));
      operator = null;
      empty = false;
    }
    if (operator != null) {
      leftOut(operator);
    }
    alternatives.add(current);
    boolean free = depth == 0 && scope == null && alternatives.size() == 1;
    return Trees.any(alternatives.stream().map(sequence -> sequence.query(free)).toList());
  }

  /** Passes over closing brackets that close nothing here; true at the end of the bracket. */
  private boolean ends(int depth) {
    while (peek().is(Token.Kind.CLOSE)) {
      if (depth == DEEPEST && flattened > 0) {
        flattened--;
      } else if (depth == 0) {
        Token close = peek();
        findings.mistake(
            close.start(),
            "This bracket closes none that is open.",
            new Findings.Edit(close.start(), close.end(), " "));
      } else {
        return true;
      }
      next++;
    }
    return peek().is(Token.Kind.END);
  }

  /** The operator that counts once this one is read, or null. */
  private @Nullable Token operator(Token token, @Nullable Token before, boolean leading) {
    if (before == null && !leading) {
      return token;
    }
    if (before == null || before.kind() == token.kind()) {
      leftOut(token);
      return before;
    }
    findings.mistake(
        token.start(),
        "The %s and the %s stand side by side; only one of them can count."
            .formatted(name(before), name(token)),
        new Findings.Edit(token.start(), token.end(), " "));
    return before;
  }

  private void leftOut(Token operator) {
    String article = Wording.isOperator(operator.text()) ? "an " : "a ";
    findings.note(
        Findings.Note.OPERATOR,
        "Nothing stands on one side of " + article + name(operator) + ": it was left out.");
  }

  private static String name(Token operator) {
    return switch (operator.text()) {
      case "," -> "comma";
      case "AND", "OR" -> operator.text();
      default -> "bar";
    };
  }

  /** A query of nothing but operators says nothing that could be forgiven. */
  private void onlyOperators() {
    Token first = tokens.getFirst();
    boolean only =
        tokens.stream()
            .allMatch(t -> t.is(Token.Kind.AND) || t.is(Token.Kind.OR) || t.is(Token.Kind.END));
    if (only && Wording.isOperator(first.text())) {
      findings.mistake(
          first.start(),
          "%s needs a word on both sides.".formatted(first.text()),
          new Findings.Edit(0, typed.length(), ""));
      Wording.of(first.text()).ifPresent(w -> findings.lastResort(w.text()));
    }
  }

  private Sequence.@Nullable Item unary(int depth, @Nullable Field scope) {
    Token negation = null;
    while (peek().is(Token.Kind.MINUS) || peek().is(Token.Kind.NOT)) {
      if (negation != null) {
        findings.note(Findings.Note.NEGATION, "Of several NOTs and dashes in a row one was read.");
      }
      negation = take();
    }
    if (!peek().beginsAtom()) {
      if (negation != null && negation.is(Token.Kind.NOT) && !atCut()) {
        findings.mistake(
            negation.start(),
            "NOT needs a word, a phrase, a bracket or a field behind it.",
            new Findings.Edit(negation.start(), negation.end(), ""));
        findings.lastResort("not");
      }
      return null;
    }
    boolean bare = negation == null && scope == null && !peek().is(Token.Kind.OPEN);
    int mistakes = findings.mistakes();
    Query atom = atom(depth, scope);
    if (atom == null) {
      if (negation != null && findings.mistakes() > mistakes) {
        findings.leaveOut(negation);
      }
      return null;
    }
    return new Sequence.Item(negation == null ? atom : Trees.not(atom), bare);
  }

  private @Nullable Query atom(int depth, @Nullable Field scope) {
    Token token = take();
    return switch (token.kind()) {
      case OPEN -> bracket(token, depth, scope);
      case FIELD -> field(token, depth);
      case WORD -> scope == null ? word(token) : value(scope, token, null);
      case PHRASE -> scope == null ? phrase(token) : value(scope, token, null);
      case CLOSE, MINUS, NOT, AND, OR, END -> null;
    };
  }

  private @Nullable Query bracket(Token open, int depth, @Nullable Field scope) {
    if (depth == DEEPEST) {
      findings.note(
          Findings.Note.DEPTH,
          "Brackets more than " + DEEPEST + " deep were read as if they were not there.");
      flattened++;
      return null;
    }
    Query inner = bracketed(depth + 1, scope);
    if (peek().is(Token.Kind.CLOSE)) {
      next++;
    } else if (!typed.cut()) {
      findings.mistake(
          open.start(),
          "This bracket is never closed.",
          new Findings.Edit(typed.length(), typed.length(), ")"));
    }
    if (inner instanceof Query.Everything) {
      findings.note(Findings.Note.BRACKETS, "A pair of brackets with nothing in it was left out.");
      return null;
    }
    return inner;
  }

  private @Nullable Query word(Token token) {
    Optional<Wording> wording = Wording.of(token.text());
    if (wording.isEmpty()) {
      noLetter(token);
      return null;
    }
    return new Word(wording.get().text(), wording.get().prefix(), false);
  }

  private @Nullable Query phrase(Token token) {
    if (!Wording.holdsWord(token.text())) {
      noLetter(token);
      return null;
    }
    return new Phrase(token.text());
  }

  private void noLetter(Token token) {
    findings.note(
        Findings.Note.NO_LETTER,
        token.text().isEmpty()
            ? "A pair of quotes with nothing in it was left out."
            : "\u201C%s\u201D holds no letter or digit and was left out."
                .formatted(Findings.shown(token.text())));
  }

  private @Nullable Query field(Token name, int depth) {
    Field field = fieldOf(name);
    boolean touches = peek().start() == name.end();
    if (!touches && !couldBeValue(field, peek())) {
      return new Word(name.text(), false, false);
    }
    boolean excluded = peek().is(Token.Kind.MINUS);
    if (excluded) {
      findings.note(
          Findings.Note.NEGATION,
          "%s:-word was read as -%s:word.".formatted(field.word(), field.word()));
      next++;
    }
    Query query =
        switch (peek().kind()) {
          case WORD, PHRASE -> value(field, take(), name);
          case OPEN -> fieldBracket(field, name, depth);
          case FIELD, CLOSE, MINUS, NOT, AND, OR, END -> missing(field, name, name.end());
        };
    return query != null && excluded ? Trees.not(query) : query;
  }

  private @Nullable Query fieldBracket(Field field, Token name, int depth) {
    boolean flat = depth == DEEPEST;
    Query inner = bracket(take(), depth, field);
    return inner == null && !flat ? missing(field, name, tokens.get(next - 1).end()) : inner;
  }

  private static Field fieldOf(Token token) {
    Field field = token.field();
    if (field == null) {
      throw new IllegalStateException("a field without its name at " + token.start());
    }
    return field;
  }

  /**
   * Whether what stands behind a field, a colon and a space is its value: "upvotes: 50" asks for a
   * number of upvotes, "Stars: a survey" is the title of a paper.
   */
  private static boolean couldBeValue(Field field, Token token) {
    boolean word = token.is(Token.Kind.WORD);
    return switch (field.kind()) {
      case TEXT -> true;
      case CHOICE -> !word || FieldValues.read(field, token.text(), false) instanceof Reading.Good;
      case NUMBER, DATE -> !word || looksCompared(token.text());
    };
  }

  private static boolean looksCompared(String text) {
    String operand = Comparison.of(text).operand();
    return operand.length() < text.length()
        || operand.startsWith("..")
        || Character.isDigit(operand.codePointAt(0));
  }

  /** A field's value, its sign and its number joined where a space stands between them. */
  private @Nullable Query value(Field field, Token token, @Nullable Token name) {
    String text = token.text();
    int end = token.end();
    boolean compared = field.kind() == Field.Kind.NUMBER || field.kind() == Field.Kind.DATE;
    if (compared
        && token.is(Token.Kind.WORD)
        && Comparison.isBare(text)
        && peek().is(Token.Kind.WORD)) {
      end = peek().end();
      text += take().text();
    }
    return switch (FieldValues.read(field, text, token.is(Token.Kind.PHRASE))) {
      case Reading.Good good -> new Fielded(field, good.value());
      case Reading.Bad bad -> {
        if (atCut()) {
          yield null;
        }
        if (name == null && !Wording.holdsWord(text)) {
          noLetter(token);
          yield null;
        }
        yield mended(field, bad, token, end, name);
      }
    };
  }

  /** What takes the place of a bad value; where nothing can, the field is left out. */
  private @Nullable Query mended(
      Field field, Reading.Bad bad, Token token, int end, @Nullable Token name) {
    boolean replaced = !bad.nearest().isEmpty();
    int from = replaced || name == null ? token.start() : name.start();
    findings.mistake(
        token.start(), bad.message(), new Findings.Edit(from, end, replaced ? bad.nearest() : " "));
    if (!replaced) {
      findings.lastResort(field.word());
      return null;
    }
    return valueOf(field, bad.nearest(), false);
  }

  /** The value that a mending puts in place; null where there is none. */
  private static @Nullable Query valueOf(Field field, String text, boolean phrase) {
    if (text.length() > 1 && text.startsWith("\"")) {
      return valueOf(field, text.substring(1, text.length() - 1), true);
    }
    return FieldValues.read(field, text, phrase) instanceof Reading.Good good
        ? new Fielded(field, good.value())
        : null;
  }

  /** A field with nothing behind it, and what is offered in its place. */
  private @Nullable Query missing(Field field, Token name, int end) {
    if (atCut()) {
      return null;
    }
    String example = FieldValues.example(field);
    findings.mistake(
        name.start(),
        FieldValues.missing(field),
        new Findings.Edit(
            name.start(), end, example.isEmpty() ? " " : field.word() + ":" + example));
    findings.lastResort(field.word());
    return valueOf(field, example, false);
  }

  /** Whether this is the end of a text that was cut: what is missing may have stood behind it. */
  private boolean atCut() {
    return typed.cut() && peek().is(Token.Kind.END);
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    return tokens.get(next++);
  }
}
