package dev.paperboy.summary;

import dev.paperboy.paper.Paper;
import dev.paperboy.source.RealPapers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A summary from the stored abstract to its line, beside its steps and the simplest pick. */
@State(Scope.Thread)
public class SummaryBenchmark {
  private final SentenceSplitter splitter = new SentenceSplitter();
  private final SentencePicker nearTitle = new TitlePicker();
  private final List<Paper> papers;
  private final Summarizer summarizer = new AbstractSummarizer();
  private int next;

  public SummaryBenchmark() {
    try {
      papers = RealPapers.read().stream().map(SummaryMeasure::paper).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Paper paper() {
    next = (next + 1) % papers.size();
    return papers.get(next);
  }

  @Benchmark
  public List<String> summary1SplitAlone() {
    return splitter.split(paper().abstractText());
  }

  @Benchmark
  public int summary2ClosestToTheTitle() {
    Paper paper = paper();
    return nearTitle.pick(paper.title(), splitter.split(paper.abstractText()));
  }

  /** There are more papers than it remembers, so each is made anew. */
  @Benchmark
  public Summary summary3Whole() {
    return summarizer.summarize(paper());
  }
}
