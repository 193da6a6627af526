package dev.paperboy.search;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Span;
import dev.paperboy.paper.Readable;
import dev.paperboy.query.Query;
import dev.paperboy.summary.Summarizer;
import dev.paperboy.summary.Summary;
import java.util.List;

/** Makes papers ready to be shown: mended title, one line, what met the query. */
public final class PaperViews {
  private final Summarizer summarizer;

  public PaperViews(Summarizer summarizer) {
    this.summarizer = summarizer;
  }

  /** One of a list: with the summary that is at hand. */
  public PaperView view(
      CatalogPaper known, Query query, PaperIndex index, double score, List<String> marks) {
    return view(known, summarizer.atHand(known.paper()), query, index, score, marks);
  }

  /** The one paper that was asked for: its summary is worth waiting for. */
  public PaperView inFull(CatalogPaper known, PaperIndex index) {
    Summary summary = summarizer.summarize(known.paper());
    return view(known, summary, Query.EVERYTHING, index, 0, List.of());
  }

  private static PaperView view(
      CatalogPaper known,
      Summary summary,
      Query query,
      PaperIndex index,
      double score,
      List<String> marks) {
    String title = Readable.title(known.paper().title());
    boolean plain = query instanceof Query.Everything;
    return new PaperView(
        known,
        plain ? spans(title) : index.highlight(query, title),
        summary,
        plain ? spans(summary.text()) : index.highlight(query, summary.text()),
        score,
        marks);
  }

  private static List<Span> spans(String text) {
    return text.isEmpty() ? List.of() : List.of(new Span.Plain(text));
  }
}
