package dev.paperboy.embedding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes a text apart as BERT's uncased models were taught: lower case, no accents, words and
 * punctuation apart, then the longest known pieces from the left. Safe for several threads.
 */
final class WordPieces {
  /** A longer word is unknown, as in the reference. */
  private static final int LONGEST_WORD = 100;

  private static final String START = "[CLS]";
  private static final String END = "[SEP]";
  private static final String UNKNOWN = "[UNK]";

  private final Map<String, Integer> words = new HashMap<>(40_000);
  private final Map<String, Integer> endings = new HashMap<>(10_000);
  private final int start;
  private final int end;
  private final int unknown;
  private int longest;

  /** Reads the vocabulary out of a {@code tokenizer.json}. */
  WordPieces(InputStream tokenizer) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(tokenizer)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("vocab")) {
          json.nextToken();
          vocabulary(json);
          break;
        }
      }
    }
    start = known(START);
    end = known(END);
    unknown = known(UNKNOWN);
  }

  private void vocabulary(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String piece = json.currentName();
      json.nextToken();
      if (piece.startsWith("##") && piece.length() > 2) {
        endings.put(piece.substring(2), json.getIntValue());
      } else {
        words.put(piece, json.getIntValue());
      }
      longest = Math.max(longest, piece.length());
    }
  }

  private int known(String piece) throws IOException {
    Integer id = words.get(piece);
    if (id == null) {
      throw new IOException("the vocabulary lacks " + piece);
    }
    return id;
  }

  /**
   * The numbers of a text's pieces between those of start and end.
   *
   * @param limit no more than this, start and end included; the rest of the text is left out
   */
  long[] of(String text, int limit) {
    Pieces pieces = new Pieces(limit);
    pieces.add(start);
    String plain = plain(text);
    int at = 0;
    while (at < plain.length() && !pieces.isFull()) {
      int point = plain.codePointAt(at);
      int next = at + Character.charCount(point);
      if (isSpace(point)) {
        at = next;
        continue;
      }
      if (!standsAlone(point)) {
        while (next < plain.length()) {
          int following = plain.codePointAt(next);
          if (isSpace(following) || standsAlone(following)) {
            break;
          }
          next += Character.charCount(following);
        }
      }
      word(plain.substring(at, next), pieces);
      at = next;
    }
    return pieces.ended(end);
  }

  private void word(String word, Pieces pieces) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      pieces.add(unknown);
      return;
    }
    int before = pieces.size;
    int from = 0;
    while (from < word.length()) {
      Map<String, Integer> known = from == 0 ? words : endings;
      int to = Math.min(word.length(), from + longest);
      Integer id = null;
      while (to > from && (id = known.get(word.substring(from, to))) == null) {
        to--;
      }
      if (id == null) {
        pieces.size = before;
        pieces.add(unknown);
        return;
      }
      pieces.add(id);
      from = to;
    }
  }

  /** Lower case, without accents, control characters and the like. */
  private static String plain(String text) {
    boolean ascii = true;
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point == 0 || point == 0xFFFD || isControl(point)) {
        continue;
      }
      ascii &= point < 0x80;
      clean.appendCodePoint(point);
    }
    if (ascii) {
      return lower(clean);
    }
    String parted = Normalizer.normalize(clean, Normalizer.Form.NFD);
    StringBuilder bare = new StringBuilder(parted.length());
    parted
        .codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .forEach(bare::appendCodePoint);
    return lower(bare);
  }

  /** Letter by letter: a sigma at the end of a word is no other letter here. */
  private static String lower(StringBuilder text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }

  private static boolean isControl(int point) {
    if (point == '\t' || point == '\n' || point == '\r') {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
      default -> false;
    };
  }

  private static boolean isSpace(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || Character.isSpaceChar(point)
        || Character.isWhitespace(point);
  }

  /** Punctuation, and letters of scripts that are written without spaces. */
  private static boolean standsAlone(int point) {
    if (point < 0x80) {
      return point > ' ' && !Character.isLetterOrDigit(point) && point != 0x7F;
    }
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> isIdeograph(point);
    };
  }

  private static boolean isIdeograph(int point) {
    return (point >= 0x4E00 && point <= 0x9FFF)
        || (point >= 0x3400 && point <= 0x4DBF)
        || (point >= 0x20000 && point <= 0x2A6DF)
        || (point >= 0x2A700 && point <= 0x2B73F)
        || (point >= 0x2B740 && point <= 0x2B81F)
        || (point >= 0x2B820 && point <= 0x2CEAF)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0x2F800 && point <= 0x2FA1F);
  }

  /** Numbers of pieces, one place kept for the end. */
  private static final class Pieces {
    private final int limit;
    private long[] ids = new long[64];
    private int size;

    Pieces(int limit) {
      this.limit = limit;
    }

    boolean isFull() {
      return size >= limit - 1;
    }

    void add(int id) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, 2 * size);
      }
      ids[size++] = id;
    }

    long[] ended(int end) {
      size = Math.min(size, limit - 1);
      add(end);
      return Arrays.copyOf(ids, size);
    }
  }
}
