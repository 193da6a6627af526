package dev.paperboy.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Common short forms and their long forms. In a text, a long form also answers to its short forms,
 * and a short form to its long form; so "LLM" and "large language models" meet wherever they stand.
 */
final class ShortForms {
  private static final String RESOURCE = "short-forms.txt";

  /** Marks the term of a long form; no word holds it. */
  private static final String LONG = "~";

  /**
   * @param meaning the term that every way to say it answers to
   * @param stems of one way to write it out
   * @param shorts stems of its short forms
   */
  private record LongForm(String meaning, List<String> stems, List<String> shorts) {}

  /**
   * @param capitals how many it must be written with in a running text
   */
  private record ShortForm(String meaning, int capitals) {}

  private final Map<String, List<LongForm>> longByFirstStem = new HashMap<>();
  private final Map<String, List<ShortForm>> shortByStem = new HashMap<>();

  private static final class Holder {
    static final ShortForms STANDARD = read();
  }

  static ShortForms standard() {
    return Holder.STANDARD;
  }

  private static ShortForms read() {
    ShortForms forms = new ShortForms();
    TextAnalysis analysis = new TextAnalysis();
    try (InputStream in =
            Objects.requireNonNull(ShortForms.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> forms.add(line, analysis));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return forms;
  }

  private void add(String line, TextAnalysis analysis) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw new IllegalStateException(RESOURCE + ": no '=' in: " + line);
    }
    List<List<String>> longs = new ArrayList<>();
    for (String words : line.substring(equals + 1).split("\\|", -1)) {
      longs.add(stems(analysis.tokens(words)));
    }
    String meaning = LONG + String.join(" ", longs.getFirst());
    List<String> shorts = new ArrayList<>();
    for (String word : line.substring(0, equals).split(",", -1)) {
      Token token = analysis.tokens(word).getFirst();
      String stem = Objects.requireNonNull(token.stem(), word);
      shorts.add(stem);
      shortByStem
          .computeIfAbsent(stem, k -> new ArrayList<>())
          .add(new ShortForm(meaning, Math.min(2, token.capitals())));
    }
    for (List<String> stems : longs) {
      longByFirstStem
          .computeIfAbsent(stems.getFirst(), k -> new ArrayList<>())
          .add(new LongForm(meaning, stems, shorts));
    }
  }

  private static List<String> stems(List<Token> tokens) {
    return tokens.stream().map(Token::stem).filter(Objects::nonNull).toList();
  }

  /**
   * Adds what the tokens answer to. A token that is a short form answers to its own stem anyway.
   *
   * @param extras what hyphens join; "VQ-VAE" is a short form too
   */
  void find(
      List<Token> tokens, TextAnalysis.Mode mode, Set<String> spelledOut, List<Extra> extras) {
    List<Extra> written = new ArrayList<>(0);
    for (Extra joined : extras) {
      if (shortByStem.containsKey(joined.term())) {
        written.add(joined);
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      String stem = tokens.get(i).stem();
      if (stem == null) {
        continue;
      }
      if (shortByStem.containsKey(stem)) {
        written.add(new Extra(Extra.Kind.JOINED, stem, i, i));
      }
      for (LongForm form : longByFirstStem.getOrDefault(stem, List.of())) {
        int last = last(tokens, i, form.stems());
        if (last >= 0) {
          extras.add(new Extra(Extra.Kind.MEANING, form.meaning(), i, last));
          for (String shortStem : form.shorts()) {
            extras.add(new Extra(Extra.Kind.SHORT, shortStem, i, last));
          }
        }
      }
    }
    if (!written.isEmpty()) {
      Set<String> meant = new HashSet<>(spelledOut);
      extras.forEach(extra -> meant.add(extra.term()));
      for (Extra word : written) {
        meanings(word, tokens, mode, meant, extras);
      }
    }
  }

  private void meanings(
      Extra word,
      List<Token> tokens,
      TextAnalysis.Mode mode,
      Set<String> meant,
      List<Extra> extras) {
    List<ShortForm> forms = shortByStem.getOrDefault(word.term(), List.of());
    boolean decided = forms.size() > 1 && forms.stream().anyMatch(f -> meant.contains(f.meaning()));
    for (ShortForm form : forms) {
      if ((!decided || meant.contains(form.meaning()))
          && (mode == TextAnalysis.Mode.KEYWORDS || capitals(tokens, word) >= form.capitals())) {
        extras.add(new Extra(Extra.Kind.MEANING, form.meaning(), word.from(), word.to()));
      }
    }
  }

  private static int capitals(List<Token> tokens, Extra word) {
    int capitals = 0;
    for (int i = word.from(); i <= word.to(); i++) {
      capitals += tokens.get(i).capitals();
    }
    return capitals;
  }

  /**
   * The last token of a long form that begins at a token, function words aside; −1 if it is none.
   */
  private static int last(List<Token> tokens, int first, List<String> stems) {
    int at = first;
    for (int i = 1; i < stems.size(); i++) {
      at++;
      while (at < tokens.size() && tokens.get(at).stem() == null) {
        at++;
      }
      if (at >= tokens.size() || !stems.get(i).equals(tokens.get(at).stem())) {
        return -1;
      }
    }
    return at;
  }
}
