package dev.paperboy.store;

import static dev.paperboy.catalog.CannedSightings.NOON;
import static dev.paperboy.catalog.CannedSightings.WEDNESDAY;
import static dev.paperboy.catalog.CannedSightings.listed;
import static dev.paperboy.catalog.CannedSightings.signal;

import dev.paperboy.catalog.CannedSightings;
import dev.paperboy.catalog.Catalog;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The main of a process that writes many papers of the usual size and is told of them all. */
final class ManyPapersWriter {
  private ManyPapersWriter() {}

  /** Arguments: the home, and how many papers. */
  public static void main(String[] arguments) {
    try (Store store = Store.open(Path.of(arguments[0]))) {
      write(store.catalog(), Integer.parseInt(arguments[1]));
      AtomicLong told = new AtomicLong();
      store.catalog().changedAfter(0, paper -> told.incrementAndGet());
      System.out.println("told " + told);
    }
  }

  /** Writes them with two signals each, in one write. */
  static void write(Catalog catalog, int papers) {
    catalog.write(writer -> {
      for (int n = 0; n < papers; n++) {
        writer.paper(
            listed(
                paper(n),
                WEDNESDAY.minusDays(n % 1_000),
                signal(n % 90, NOON),
                signal(n % 90 + 1, NOON.plusSeconds(60))),
            Origin.IMPORT);
      }
      return true;
    });
  }

  private static Paper paper(int n) {
    return new Paper(
        CannedSightings.id("owl-" + n),
        "On the number of feathers of owl number " + n,
        "Owls have feathers, and this is how many. ".repeat(32),
        List.of("Ada Example", "Bo Sample", "Cy Instance", "Di Specimen", "Ed Case"),
        "Institute of Owls",
        List.of("owls", "feathers", "counting", "night vision", "wings"),
        "Owls have feathers. ".repeat(10),
        WEDNESDAY.minusDays(n % 1_000 + 1L),
        "https://code.example/owl-" + n,
        null,
        "https://pictures.example/owl-" + n + ".png",
        false);
  }
}
