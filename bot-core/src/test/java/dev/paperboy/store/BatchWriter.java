package dev.paperboy.store;

import static dev.paperboy.catalog.CannedSightings.NOON;
import static dev.paperboy.catalog.CannedSightings.full;
import static dev.paperboy.catalog.CannedSightings.id;
import static dev.paperboy.catalog.CannedSightings.listed;
import static dev.paperboy.catalog.CannedSightings.signal;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.when.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The main of a process that writes one big batch after the other until it is killed. */
final class BatchWriter {
  static final int BATCH = 4_000;
  static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private BatchWriter() {}

  /** Arguments: the home, and the number of the first batch. */
  public static void main(String[] arguments) {
    try (Store store = Store.open(Path.of(arguments[0]))) {
      for (int batch = Integer.parseInt(arguments[1]); ; batch++) {
        System.out.println("writing " + batch);
        write(store.catalog(), batch);
        System.out.println("kept " + batch);
      }
    }
  }

  private static void write(Catalog catalog, int batch) {
    LocalDate date = FIRST.plusDays(batch);
    catalog.write(writer -> {
      List<PaperId> papers = new ArrayList<>();
      for (int n = 0; n < BATCH; n++) {
        String paper = batch + "-" + n;
        papers.add(id(paper));
        writer.paper(
            listed(full(paper), date, signal(n, NOON), signal(n + 1, NOON.plusSeconds(1))),
            Origin.IMPORT);
      }
      writer.list(new Period.Day(date), papers, NOON, Origin.IMPORT);
      return true;
    });
  }
}
