package dev.paperboy.catalog;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up papers for tests of stores. */
public final class CannedSightings {
  public static final LocalDate WEDNESDAY = LocalDate.of(2026, 8, 12);
  public static final Instant NOON = Instant.parse("2026-08-12T12:00:00Z");

  private CannedSightings() {}

  public static PaperId id(String id) {
    return new PaperId(id);
  }

  /** With every fact. */
  public static Paper full(String id) {
    return new Paper(
        id(id),
        "Letters of a $\\beta$ owl, \"quoted\" & 𝔸ccented",
        "We count the feathers of owls.",
        List.of("Ada Example", "Bo \"B.\" Sample", "Čeněk Õ"),
        "Institute of Owls",
        List.of("owls", "feathers"),
        "Owls have feathers.",
        LocalDate.of(2026, 8, 11),
        "https://code.example/owls",
        "https://owls.example/",
        "https://pictures.example/owl.png",
        false);
  }

  /** With an id and a title only. */
  public static Paper bare(String id) {
    return new Paper(
        id(id), "Owls", "", List.of(), null, List.of(), null, null, null, null, null, false);
  }

  public static Paper topics(String id, String... topics) {
    return new Paper(
        id(id), "Owls", "", List.of(), null, List.of(topics), null, null, null, null, null, false);
  }

  public static Paper withdrawn(String id) {
    return new Paper(
        id(id), "Owls", "", List.of(), null, List.of(), null, null, null, null, null, true);
  }

  public static Signal signal(int upvotes, Instant at) {
    return new Signal(upvotes, 0, null, at);
  }

  public static Sighting listed(Paper paper, @Nullable LocalDate listed, Signal... signals) {
    return new Sighting(paper, List.of(signals), listed);
  }

  public static Sighting seen(Paper paper, Signal... signals) {
    return listed(paper, null, signals);
  }
}
