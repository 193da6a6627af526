package dev.paperboy.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Span;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Readable;
import dev.paperboy.query.Query;
import dev.paperboy.search.PaperIndex;
import dev.paperboy.summary.Summarizer;
import dev.paperboy.summary.Summary;
import java.util.List;

/** Makes papers ready to be shown: mended title, one line, what met the query. */
final class Views {
  private static final int REMEMBERED = 4_000;

  private final Summarizer summarizer;
  private final Cache<Paper, Summary> summaries =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  Views(Summarizer summarizer) {
    this.summarizer = summarizer;
  }

  PaperView view(
      CatalogPaper known, Query query, PaperIndex index, double score, List<String> marks) {
    Summary summary = summaries.get(known.paper(), summarizer::summarize);
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
