package dev.paperboy.catalog;

import static dev.paperboy.catalog.CannedSightings.NOON;
import static dev.paperboy.catalog.CannedSightings.id;

import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.when.Period;
import java.util.ArrayList;
import java.util.List;

/** What the tests of every catalog do time and again. */
public abstract class CatalogSteps {
  /** The catalog under test, empty at the start of each test. */
  protected abstract Catalog catalog();

  void see(Origin origin, Sighting... sightings) {
    catalog()
        .write(writer -> {
          for (Sighting sighting : sightings) {
            writer.paper(sighting, origin);
          }
          return true;
        });
  }

  CatalogPaper known(String id) {
    return catalog().find(id(id)).orElseThrow();
  }

  /** What changed after a number, in the order in which it is told. */
  List<CatalogPaper> changedAfter(long change) {
    List<CatalogPaper> told = new ArrayList<>();
    catalog().changedAfter(change, told::add);
    return told;
  }

  static List<String> ids(List<CatalogPaper> papers) {
    return papers.stream().map(paper -> paper.id().value()).toList();
  }

  void keepList(Period period, String... ids) {
    List<PaperId> papers = List.of(ids).stream().map(CannedSightings::id).toList();
    catalog()
        .write(writer -> {
          writer.list(period, papers, NOON, Origin.HUGGINGFACE);
          return true;
        });
  }
}
