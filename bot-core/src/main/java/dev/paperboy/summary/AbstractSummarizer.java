package dev.paperboy.summary;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Readable;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The abstract's own sentence: chosen, trimmed of connectives and asides, cut at a clause where it
 * is longer than 40 words. It cannot invent: each word stands in {@code Readable.text} of the
 * abstract, in the same order.
 *
 * <p>Thread-safe, remembers the latest; takes about a millisecond for an abstract and reads at most
 * its first 8,000 characters.
 */
public final class AbstractSummarizer implements Summarizer {
  private static final String BY = "abstract";
  private static final int LONGEST_READ = 8_000;
  private static final int REMEMBERED = 4_000;
  private static final Summary NOTHING = new Summary("", null, BY);

  private final SentenceSplitter splitter = new SentenceSplitter();
  private final SentencePicker picker;
  private final Cache<Paper, Summary> remembered =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  public AbstractSummarizer() {
    this(RidgePicker.shipped());
  }

  AbstractSummarizer(SentencePicker picker) {
    this.picker = picker;
  }

  @Override
  public Summary summarize(Paper paper) {
    return remembered.get(paper, this::made);
  }

  private Summary made(Paper paper) {
    List<String> sentences = splitter.split(readable(paper.abstractText()));
    if (sentences.isEmpty()) {
      return NOTHING;
    }
    int first = picker.pick(Readable.title(head(paper.title())), sentences);
    return new Summary(line(sentences.get(first)), second(sentences, first), BY);
  }

  private static @Nullable String second(List<String> sentences, int first) {
    OptionalInt result = ResultSentence.find(sentences, first);
    return result.isEmpty() ? null : line(sentences.get(result.getAsInt()));
  }

  private static String line(String sentence) {
    return ClauseCut.cut(TrimRules.trim(sentence));
  }

  private static String readable(String raw) {
    return head(Readable.text(head(raw)));
  }

  /** The beginning, up to a word's end, of what is longer than any abstract. */
  private static String head(String text) {
    if (text.length() <= LONGEST_READ) {
      return text;
    }
    int end = text.lastIndexOf(' ', LONGEST_READ);
    return text.substring(0, end <= 0 ? LONGEST_READ : end);
  }
}
