package dev.paperboy.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.Figures;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Readable;
import dev.paperboy.source.RealPapers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * ROUGE of one line on SciTLDR, beside the baselines, with the paired difference to the trained
 * sentence picker and its standard error. Steps are chosen by the first table; the second is dev.
 */
@Tag("long")
class SummaryMeasure {
  private static final int FOLDS = 5;
  private static final SentenceSplitter SPLITTER = new SentenceSplitter();

  @Test
  void printsTheStepsByCrossValidationOnTheTrainingPart() throws IOException {
    List<SciTldr.Entry> train = SciTldr.part("train.jsonl");
    List<Rouge> sentences = new ArrayList<>();
    List<Rouge> cuts = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<SciTldr.Entry> others = SentenceTrainer.part(train, fold, false);
      RidgePicker ridge = new RidgePicker(SentenceTrainer.sentenceWeights(others));
      CutPicker picker = new CutPicker(ridge, SentenceTrainer.cutWeights(others));
      List<SciTldr.Entry> held = SentenceTrainer.part(train, fold, true);
      sentences.addAll(rouges(held, LinePicker.trimmed(ridge)));
      cuts.addAll(rouges(held, picker));
    }
    heading("SciTLDR train, " + train.size() + " papers, five-fold cross-validation");
    row("trained sentence picker, trimmed (shipped)", sentences, sentences);
    row("tried: shorter forms of all sentences", cuts, sentences);
    assertThat(mean(sentences)).isGreaterThan(0.37);
  }

  @Test
  void printsTheShippedPickerBesideItsBaselines() throws IOException {
    List<SciTldr.Entry> dev = SciTldr.part("dev.jsonl");
    CutPicker cuts = SentenceTrainer.picker(SciTldr.part("train.jsonl"));
    List<Rouge> ridge = rouges(dev, LinePicker.trimmed(RidgePicker.shipped()));
    heading("SciTLDR dev, " + dev.size() + " papers, trained on the training part alone");
    row("first sentence", rouges(dev, LinePicker.trimmed((title, sentences) -> 0)), ridge);
    row("closest to the title", rouges(dev, LinePicker.trimmed(new TitlePicker())), ridge);
    row(
        "first that proposes, else closest to the title",
        rouges(dev, LinePicker.trimmed(new ProposalPicker())),
        ridge);
    row("trained sentence picker, trimmed (shipped)", ridge, ridge);
    row(
        "the same, abstract joined and split again",
        rouges(joined(dev), LinePicker.trimmed(RidgePicker.shipped())),
        ridge);
    row("tried: shorter forms of all sentences", rouges(dev, cuts), ridge);
    figure("summary, SciTLDR dev, ROUGE-1/2/L", ridge, dev, "≥ 41.6/20.4/33.8, 43.5 to go for");
    assertThat(mean(ridge)).isGreaterThan(0.416);
  }

  @Test
  void printsTodaysPapersAgainstHuggingFacesOwnSummariesAndWhatALineCosts() throws IOException {
    List<SciTldr.Entry> papers = new ArrayList<>();
    List<Paper> asStored = new ArrayList<>();
    for (RealPapers.Row row : RealPapers.read()) {
      List<String> sentences = SPLITTER.split(Readable.text(row.abstractText()));
      if (row.aiSummary() != null && !sentences.isEmpty() && row.place() % 6 == 0) {
        papers.add(new SciTldr.Entry(row.title(), sentences, List.of(row.aiSummary())));
        asStored.add(paper(row));
      }
    }
    LinePicker sentence = LinePicker.trimmed(RidgePicker.shipped());
    CutPicker cuts = SentenceTrainer.picker(SciTldr.part("train.jsonl"));
    List<Rouge> ridge = rouges(papers, sentence);
    heading(
        "Hugging Face, " + papers.size() + " papers against ai_summary (another model's words)");
    row("first sentence", rouges(papers, LinePicker.trimmed((title, texts) -> 0)), ridge);
    row("closest to the title", rouges(papers, LinePicker.trimmed(new TitlePicker())), ridge);
    row("trained sentence picker, trimmed (shipped)", ridge, ridge);
    row("tried: shorter forms of all sentences", rouges(papers, cuts), ridge);

    figure("summary, Hugging Face's ai_summary, ROUGE-1/2/L", ridge, papers, "");
    System.out.println("| CPU of a line, ms | median | 99th percentile |");
    System.out.println("|---|---|---|");
    TitlePicker title = new TitlePicker();
    double split =
        cost("split alone", asStored, paper -> SPLITTER.split(paper.abstractText()).size());
    cost(
        "closest to the title, split before",
        papers,
        paper -> title.pick(paper.title(), paper.sentences()));
    cost(
        "tried: shorter forms of all sentences, split before",
        papers,
        paper -> cuts.pick(paper.title(), paper.sentences()).sentence());
    cost(
        "trained sentence picker, split before",
        papers,
        paper -> sentence.pick(paper.title(), paper.sentences()).sentence());
    Summarizer summarizer = new AbstractSummarizer();
    double median =
        cost(
            "the whole summary, from the stored abstract (shipped)",
            asStored,
            paper -> summarizer.summarize(paper).text().length());
    Figures.add(
        "summary from the stored abstract, median CPU ms",
        String.format(Locale.ROOT, "%.2f", median),
        String.format(Locale.ROOT, "splitting alone %.2f", split),
        "< 2");
    assertThat(median).isLessThan(2);
  }

  static Paper paper(RealPapers.Row row) {
    return new Paper(
        new PaperId(row.id()),
        row.title(),
        row.abstractText(),
        List.of(),
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        false);
  }

  private static <T> double cost(String name, List<T> papers, ToIntFunction<T> work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<Double> costs = new ArrayList<>();
    for (T paper : papers) {
      long began = threads.getCurrentThreadCpuTime();
      int unused = work.applyAsInt(paper);
      costs.add((threads.getCurrentThreadCpuTime() - began) / 1e6);
    }
    Collections.sort(costs);
    double median = costs.get(costs.size() / 2);
    System.out.printf(
        Locale.ROOT, "| %s | %.2f | %.2f |%n", name, median, costs.get(costs.size() * 99 / 100));
    return median;
  }

  private static List<SciTldr.Entry> joined(List<SciTldr.Entry> papers) {
    return papers.stream()
        .map(paper ->
            new SciTldr.Entry(
                paper.title(),
                SPLITTER.split(String.join(" ", paper.sentences())),
                paper.references()))
        .toList();
  }

  private static List<Rouge> rouges(List<SciTldr.Entry> papers, LinePicker picker) {
    return papers.stream()
        .map(paper ->
            Rouge.of(picker.pick(paper.title(), paper.sentences()).text(), paper.references()))
        .toList();
  }

  private static void figure(
      String what, List<Rouge> ours, List<SciTldr.Entry> papers, String wanted) {
    Figures.add(
        what,
        scores(ours),
        "first sentence "
            + scores(rouges(papers, LinePicker.trimmed((title, sentences) -> 0)))
            + ", closest to the title "
            + scores(rouges(papers, LinePicker.trimmed(new TitlePicker()))),
        wanted);
  }

  private static String scores(List<Rouge> rouges) {
    return String.format(
        Locale.ROOT,
        "%.1f/%.1f/%.1f",
        100 * mean(rouges),
        100 * rouges.stream().mapToDouble(Rouge::two).sum() / rouges.size(),
        100 * rouges.stream().mapToDouble(Rouge::longest).sum() / rouges.size());
  }

  private static void heading(String what) {
    System.out.println("| " + what + " | R1 | R2 | RL | R1 against the trained sentence picker |");
    System.out.println("|---|---|---|---|---|");
  }

  private static void row(String name, List<Rouge> rouges, List<Rouge> base) {
    int n = rouges.size();
    double difference = mean(rouges) - mean(base);
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += Math.pow(rouges.get(i).one() - base.get(i).one() - difference, 2);
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f | %s |%n",
        name,
        100 * mean(rouges),
        100 * rouges.stream().mapToDouble(Rouge::two).sum() / n,
        100 * rouges.stream().mapToDouble(Rouge::longest).sum() / n,
        squares == 0
            ? ""
            : String.format(
                Locale.ROOT, "%+.2f ± %.2f", 100 * difference, 100 * Math.sqrt(squares) / n));
  }

  private static double mean(List<Rouge> rouges) {
    return rouges.stream().mapToDouble(Rouge::one).sum() / rouges.size();
  }
}
