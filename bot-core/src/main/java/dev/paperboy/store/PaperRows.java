package dev.paperboy.store;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of papers and signals, to and from values. */
final class PaperRows {
  /** Papers read or written by one round trip; bounds the memory. */
  static final int AT_ONCE = 500;

  private PaperRows() {}

  /** The known ones of these. */
  static Map<PaperId, CatalogPaper> find(Handle handle, Collection<PaperId> ids) {
    List<String> distinct =
        new ArrayList<>(new LinkedHashSet<>(ids.stream().map(PaperId::value).toList()));
    Map<PaperId, CatalogPaper> found = new LinkedHashMap<>();
    for (int from = 0; from < distinct.size(); from += AT_ONCE) {
      List<String> some = distinct.subList(from, Math.min(from + AT_ONCE, distinct.size()));
      handle
          .createQuery(Sql.PAPERS_BY_ID)
          .bindList("ids", some)
          .map(PaperRows::paper)
          .forEach(paper -> found.put(paper.id(), paper));
    }
    return found;
  }

  static CatalogPaper paper(ResultSet row, StatementContext context) throws SQLException {
    Paper paper =
        new Paper(
            new PaperId(row.getString("id")),
            row.getString("title"),
            row.getString("abstract_text"),
            TextList.read(row.getString("authors")),
            row.getString("organization"),
            TextList.read(row.getString("topics")),
            row.getString("ai_summary"),
            date(row, "published"),
            row.getString("code"),
            row.getString("project"),
            row.getString("thumbnail"),
            row.getBoolean("withdrawn"));
    Instant at = instant(row, "signal_at");
    Signal signal = at == null ? Signal.NONE : signal(row, at);
    return new CatalogPaper(paper, date(row, "listed"), signal, Origin.of(row.getString("origin")));
  }

  static PreparedBatch bind(PreparedBatch batch, CatalogPaper known, long change) {
    Paper paper = known.paper();
    Signal signal = known.signal();
    boolean unknown = signal.equals(Signal.NONE);
    return batch
        .bind("id", paper.id().value())
        .bind("title", paper.title())
        .bind("abstractText", paper.abstractText())
        .bind("authors", TextList.write(paper.authors()))
        .bind("organization", paper.organization())
        .bind("topics", TextList.write(paper.topics()))
        .bind("aiSummary", paper.aiSummary())
        .bind("published", text(paper.published()))
        .bind("code", paper.code())
        .bind("project", paper.project())
        .bind("thumbnail", paper.thumbnail())
        .bind("withdrawn", paper.withdrawn())
        .bind("listed", text(known.listed()))
        .bind("upvotes", signal.upvotes())
        .bind("comments", signal.comments())
        .bind("stars", signal.stars())
        .bind("signalAt", unknown ? null : signal.at().toEpochMilli())
        .bind("origin", known.origin().word())
        .bind("change", change);
  }

  static Signal signal(ResultSet row, Instant at) throws SQLException {
    int stars = row.getInt("stars");
    boolean noStars = row.wasNull();
    return new Signal(
        row.getInt("upvotes"), row.getInt("comments"), noStars ? null : Integer.valueOf(stars), at);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : LocalDate.parse(text);
  }

  private static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }
}
