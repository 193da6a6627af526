package dev.paperboy.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Terms of one field of one paper, on their way into the index. */
final class FieldTerms {
  /** Longer ones are not indexed: nobody types them, and Lucene refuses them at some point. */
  private static final int LONGEST = 200;

  private FieldTerms() {}

  /**
   * Terms with their numbers. Those beside the words of the text count once, however often they are
   * said, and do not make it longer.
   */
  static final class Bag {
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final Set<String> beside = new LinkedHashSet<>();

    void word(String term, int times) {
      words.merge(term, times, Integer::sum);
    }

    void beside(String term) {
      beside.add(term);
    }

    Map<String, Integer> words() {
      return words;
    }

    Set<String> beside() {
      return beside;
    }

    TokenStream stream() {
      return new Counted(this);
    }
  }

  private static final class Counted extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute times = addAttribute(TermFrequencyAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Map.Entry<String, Integer>> words;
    private final List<String> beside;
    private int at;

    Counted(Bag bag) {
      words = new ArrayList<>(bag.words.entrySet());
      words.removeIf(word -> word.getKey().length() > LONGEST);
      beside = new ArrayList<>(bag.beside);
      beside.removeIf(word -> word.length() > LONGEST);
    }

    @Override
    public boolean incrementToken() {
      if (at >= words.size() + beside.size()) {
        return false;
      }
      clearAttributes();
      if (at < words.size()) {
        term.append(words.get(at).getKey());
        times.setTermFrequency(words.get(at).getValue());
      } else {
        term.append(beside.get(at - words.size()));
        // BM25 leaves terms without a step out of the length of a text.
        step.setPositionIncrement(at == 0 ? 1 : 0);
      }
      at++;
      return true;
    }

    @Override
    public void reset() {
      at = 0;
    }
  }

  /** Words in their order. Between two {@link #gap() gaps} nothing matches as a phrase. */
  static final class Sequence {
    private static final int GAP = 100;
    private final List<String> terms = new ArrayList<>();
    private final List<Integer> steps = new ArrayList<>();
    private int next = 1;

    void word(String term) {
      terms.add(term);
      steps.add(next);
      next = 1;
    }

    /** Another term where the last word stands. */
    void same(String term) {
      terms.add(term);
      steps.add(0);
    }

    void words(Collection<String> words) {
      words.forEach(this::word);
    }

    void gap() {
      next = GAP;
    }

    TokenStream stream() {
      return new Ordered(terms, steps);
    }
  }

  private static final class Ordered extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<String> terms;
    private final List<Integer> steps;
    private int at;

    Ordered(List<String> terms, List<Integer> steps) {
      this.terms = terms;
      this.steps = steps;
    }

    @Override
    public boolean incrementToken() {
      int skipped = 0;
      while (at < terms.size() && terms.get(at).length() > LONGEST) {
        skipped += steps.get(at);
        at++;
      }
      if (at >= terms.size()) {
        return false;
      }
      clearAttributes();
      term.append(terms.get(at));
      step.setPositionIncrement(steps.get(at) + skipped);
      at++;
      return true;
    }

    @Override
    public void reset() {
      at = 0;
    }
  }
}
