package dev.paperboy.chat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.summary.Summary;
import java.util.List;

/**
 * A paper made ready to be shown.
 *
 * @param known its facts and latest signal
 * @param title mended for reading, with what met the query highlighted
 * @param summary the one line, and the second where there is one
 * @param summarySpans the one line with what met the query highlighted
 * @param score 0 to 1, how well it met the query or where it ranks; 0 where nothing was asked
 * @param marks what is new about it ("new", "climbing", "code released"), in plain words
 */
public record PaperView(
    CatalogPaper known,
    List<Span> title,
    Summary summary,
    List<Span> summarySpans,
    double score,
    List<String> marks) {
  public PaperView {
    title = List.copyOf(title);
    summarySpans = List.copyOf(summarySpans);
    marks = List.copyOf(marks);
  }
}
