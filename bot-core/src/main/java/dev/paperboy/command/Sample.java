package dev.paperboy.command;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.search.PaperIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The bundled edition, ready to be shown and searched while nothing real is known. */
public record Sample(LocalDate date, Instant asOf, List<CatalogPaper> papers, PaperIndex index) {
  public Sample {
    papers = List.copyOf(papers);
  }
}
