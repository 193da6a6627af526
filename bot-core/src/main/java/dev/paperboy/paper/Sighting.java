package dev.paperboy.paper;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paper as one source showed it.
 *
 * @param signals oldest first; empty where the source knows no popularity (arXiv)
 * @param listed the UTC date of the daily list it stood on, as the source says it
 */
public record Sighting(Paper paper, List<Signal> signals, @Nullable LocalDate listed) {
  public Sighting {
    signals = List.copyOf(signals);
  }
}
