package dev.paperboy.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Takes texts and queries apart in one and the same way. Words are split as Unicode says (UAX 29),
 * C++, C# and Q&amp;A stay whole, and what a hyphen joins is known both in parts and as one. Not
 * safe for several threads.
 */
final class TextAnalysis {
  /** The words that Lucene's English analysis leaves out of an index. */
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is",
          "it", "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there",
          "these", "they", "this", "to", "was", "will", "with");

  private static final Pattern NOT_WRITTEN = Pattern.compile("[\\p{M}\\p{Cf}]+");

  /** How a text is meant. */
  enum Mode {
    /** Running text: a short form counts only in capitals. */
    TEXT,
    /** Keywords and queries: capitals mean nothing. */
    KEYWORDS
  }

  private final StandardTokenizer tokenizer = new StandardTokenizer();
  private final CharTermAttribute term = tokenizer.getAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = tokenizer.getAttribute(OffsetAttribute.class);
  private final Stemmer stemmer = new Stemmer();
  private final Map<String, String> stems = new HashMap<>();

  /** The tokens and all they answer to. */
  Analysis analyse(String text, Mode mode) {
    return analyse(text, mode, Set.of());
  }

  /**
   * @param spelledOut long forms that stand elsewhere in the same paper: an ambiguous short form
   *     means one of them
   */
  Analysis analyse(String text, Mode mode, Set<String> spelledOut) {
    List<Token> tokens = tokens(text);
    List<Extra> extras = new ArrayList<>();
    joins(text, tokens, mode, extras);
    ShortForms.standard().find(tokens, mode, spelledOut, extras);
    return new Analysis(tokens, extras);
  }

  List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    try {
      tokenizer.setReader(new StringReader(text));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        add(tokens, text, offset.startOffset(), offset.endOffset());
      }
      tokenizer.end();
      tokenizer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  private void add(List<Token> tokens, String text, int start, int end) {
    String exact = fold(term.toString());
    int until = end;
    if (exact.length() == 1) {
      if (text.startsWith("++", end)) {
        exact += "++";
        until += 2;
      } else if (text.startsWith("#", end)) {
        exact += "#";
        until += 1;
      } else if (joinsByAmpersand(tokens, text, start)) {
        Token before = tokens.removeLast();
        String both = before.exact() + exact;
        tokens.add(new Token(both, both, before.start(), end, 2));
        return;
      }
    }
    if (exact.isEmpty()) {
      return;
    }
    String stem = FUNCTION_WORDS.contains(exact) ? null : stem(exact);
    tokens.add(new Token(exact, stem, start, until, capitals(text, start, end)));
  }

  private static boolean joinsByAmpersand(List<Token> tokens, String text, int start) {
    if (tokens.isEmpty() || start == 0 || text.charAt(start - 1) != '&') {
      return false;
    }
    Token before = tokens.getLast();
    return before.end() == start - 1 && before.exact().length() == 1;
  }

  private static int capitals(String text, int start, int end) {
    int capitals = 0;
    for (int i = start; i < end; i++) {
      if (Character.isUpperCase(text.charAt(i))) {
        capitals++;
      }
    }
    return capitals;
  }

  /** A word in lower case and without accents. */
  static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int i = 0;
    while (i < lower.length() && lower.charAt(i) < 0x80) {
      i++;
    }
    if (i == lower.length()) {
      return lower;
    }
    String bare =
        NOT_WRITTEN.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    char[] in = bare.toCharArray();
    char[] out = new char[4 * in.length];
    int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
    return new String(out, 0, length).toLowerCase(Locale.ROOT);
  }

  /** What is said of a folded word, whatever its case and accents were. */
  String stem(String exact) {
    return stems.computeIfAbsent(exact, stemmer::stem);
  }

  /** "k-NN" is also {@code knn}, and "Llama 3" is also {@code llama3}. */
  private void joins(String text, List<Token> tokens, Mode mode, List<Extra> extras) {
    int first = 0;
    while (first < tokens.size()) {
      int last = first;
      while (last + 1 < tokens.size() && hyphenBetween(text, tokens, last)) {
        last++;
      }
      if (last > first) {
        extras.add(join(tokens, first, last));
      }
      for (int i = first; i <= last && i + 1 < tokens.size(); i++) {
        boolean whole = i == first && i + 1 == last;
        if (!whole && numbered(text, tokens, i, mode)) {
          extras.add(join(tokens, i, i + 1));
        }
      }
      first = last + 1;
    }
  }

  private Extra join(List<Token> tokens, int first, int last) {
    StringBuilder joined = new StringBuilder();
    for (int i = first; i <= last; i++) {
      joined.append(tokens.get(i).exact());
    }
    return new Extra(Extra.Kind.JOINED, stem(joined.toString()), first, last);
  }

  static boolean hyphenBetween(String text, List<Token> tokens, int before) {
    int end = tokens.get(before).end();
    if (tokens.get(before + 1).start() != end + 1) {
      return false;
    }
    char c = text.charAt(end);
    return c == '-' || (c >= '\u2010' && c <= '\u2013');
  }

  /** A name and its number: "Llama 3", "GPT-4" within "GPT-4-turbo". */
  private static boolean numbered(String text, List<Token> tokens, int before, Mode mode) {
    Token name = tokens.get(before);
    Token number = tokens.get(before + 1);
    if (name.stem() == null || number.start() != name.end() + 1) {
      return false;
    }
    boolean hyphen = hyphenBetween(text, tokens, before);
    boolean space = text.charAt(name.end()) == ' ';
    return (hyphen || (space && (name.capitals() > 0 || mode == Mode.KEYWORDS)))
        && Character.isLetter(name.exact().charAt(name.exact().length() - 1))
        && Character.isDigit(number.exact().charAt(0));
  }
}
