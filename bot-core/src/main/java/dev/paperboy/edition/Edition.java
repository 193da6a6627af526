package dev.paperboy.edition;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Origin;
import dev.paperboy.when.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ranked papers of one period, in the source's order, withdrawn ones left out.
 *
 * @param asOf when the source gave the list
 * @param settled the list changes no more
 * @param trouble why the source could not be asked again, and the data is older than it should be;
 *     null where all is well
 * @param composed put together from daily lists, since the source did not give the whole period
 * @param asked the source was asked for it just now, and answered
 * @param skipped rows of the source that could not be read
 */
public record Edition(
    Period period,
    List<CatalogPaper> papers,
    Instant asOf,
    Origin origin,
    boolean settled,
    @Nullable String trouble,
    boolean composed,
    boolean asked,
    int skipped) {
  public Edition {
    papers = List.copyOf(papers);
  }
}
