package dev.paperboy.summary.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.PaperId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every place that keeps a model's summaries must do. */
public abstract class KeptSummariesContract {
  private static final PaperId PAPER = new PaperId("2608.10001");
  private static final Instant AT = Instant.parse("2026-08-12T09:00:00Z");

  protected abstract KeptSummaries kept();

  @Test
  void aTextIsFoundByItsPaperItsAbstractAndItsModel() {
    KeptSummaries kept = kept();
    assertThat(kept.find(PAPER, "h1", "tiny")).isEmpty();
    kept.keep(PAPER, "h1", "tiny", "It folds tables.", AT);
    assertThat(kept.find(PAPER, "h1", "tiny")).contains("It folds tables.");
    assertThat(kept.find(PAPER, "h2", "tiny")).isEmpty();
    assertThat(kept.find(PAPER, "h1", "large")).isEmpty();
    assertThat(kept.find(new PaperId("2608.10002"), "h1", "tiny")).isEmpty();
  }

  @Test
  void aWithheldTextIsKeptAsEmptyAndANewAbstractTakesThePlaceOfTheFormer() {
    KeptSummaries kept = kept();
    kept.keep(PAPER, "h1", "tiny", "", AT);
    assertThat(kept.find(PAPER, "h1", "tiny")).contains("");
    kept.keep(PAPER, "h2", "tiny", "It folds chairs too.", AT.plusSeconds(1));
    assertThat(kept.find(PAPER, "h1", "tiny")).isEmpty();
    assertThat(kept.find(PAPER, "h2", "tiny")).contains("It folds chairs too.");
  }
}
