package dev.paperboy.catalog;

import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper as the catalog knows it now.
 *
 * @param listed the first UTC date on which the source lists it; null where no list held it
 * @param signal the latest known; {@link Signal#NONE} where none is
 * @param origin where its facts were last seen
 */
public record CatalogPaper(Paper paper, @Nullable LocalDate listed, Signal signal, Origin origin) {
  public PaperId id() {
    return paper.id();
  }
}
