package dev.paperboy.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What reading a query brought to light: notes, mistakes, and how each mistake is mended. */
final class Findings {
  /** Of each kind one note is kept, the first. */
  enum Note {
    CUT,
    OPERATOR,
    NEGATION,
    BRACKETS,
    DEPTH,
    NO_LETTER,
    FOREIGN_FIELD,
    COMPARISON,
    WORDS,
    OPERATORS
  }

  /** What is wrong, at the index of a code point. */
  record Mistake(int at, String message) {}

  /** The code points that make way, and what takes their place. */
  record Edit(int from, int to, String replacement) {}

  private static final int SHOWN = 40;

  private final Map<Note, String> notes = new EnumMap<>(Note.class);
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private @Nullable String lastResort;

  void note(Note kind, String message) {
    notes.putIfAbsent(kind, message);
  }

  void cut(String allowed, Note kind) {
    note(kind, "A query may hold %s; the rest was cut off.".formatted(allowed));
  }

  /** A piece of the text as a message quotes it: long ones by their beginning. */
  static String shown(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "\u2026";
  }

  void mistake(int at, String message, Edit mending) {
    mistakes.add(new Mistake(at, message));
    edits.add(mending);
  }

  int mistakes() {
    return mistakes.size();
  }

  /** Leaves a piece out of the mended text that nothing is left for. */
  void leaveOut(Token piece) {
    edits.add(new Edit(piece.start(), piece.end(), ""));
  }

  /** A word to offer where mending leaves nothing of the query. */
  void lastResort(String word) {
    if (lastResort == null) {
      lastResort = word;
    }
  }

  List<String> notes() {
    return List.copyOf(notes.values());
  }

  /** The mistake that comes first in the text. */
  Optional<Mistake> first() {
    return mistakes.stream().min(Comparator.comparingInt(Mistake::at));
  }

  String lastResort() {
    return lastResort == null ? "" : lastResort;
  }

  /** The text with every mistake mended; empty where two mendings are in each other's way. */
  Optional<String> mended(TypedText typed) {
    List<Edit> inOrder = new ArrayList<>(edits);
    inOrder.sort(Comparator.comparingInt(Edit::from));
    StringBuilder mended = new StringBuilder();
    int done = 0;
    for (Edit edit : inOrder) {
      if (edit.from() < done) {
        return Optional.empty();
      }
      mended.append(typed.text(done, edit.from())).append(edit.replacement());
      done = edit.to();
    }
    mended.append(typed.text(done, typed.length()));
    return Optional.of(TypedText.of(mended.toString()).toString());
  }
}
