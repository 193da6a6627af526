package dev.paperboy.summary.model;

import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.Optional;

/**
 * What language models have written, kept by paper, abstract and model. Shared by several
 * processes. One text a paper and model: that of a changed abstract takes the place of the former.
 */
public interface KeptSummaries {
  /**
   * The text kept, empty where the model's answer was withheld.
   *
   * @param abstractHash what the abstract was known by when the text was made
   */
  Optional<String> find(PaperId paper, String abstractHash, String model);

  void keep(PaperId paper, String abstractHash, String model, String text, Instant at);
}
