package dev.paperboy.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of installations does. */
public abstract class InstallationsContract {
  private static final Instant NOW = Instant.parse("2026-08-12T09:00:00Z");

  protected abstract Installations installations();

  @Test
  void keepsOneInstallationPerSpaceTheLatest() {
    installations().keep(in("T1", "sealed-1"));
    installations().keep(in("T2", "sealed-2"));
    installations().keep(in("T1", "sealed-3"));
    assertThat(installations().on("platform"))
        .containsExactly(in("T1", "sealed-3"), in("T2", "sealed-2"));
    assertThat(installations().find("platform", "T1")).contains(in("T1", "sealed-3"));
    assertThat(installations().find("other", "T1")).isEmpty();
  }

  @Test
  void aRemovedSpaceIsGoneAndNoOther() {
    installations().keep(in("T1", "sealed-1"));
    installations().keep(in("T2", "sealed-2"));
    assertThat(installations().remove("platform", "T1", "removed", NOW)).isZero();
    assertThat(installations().find("platform", "T1")).isEmpty();
    assertThat(installations().find("platform", "T2")).isPresent();
    assertThat(installations().suspended("platform", "T1")).isEmpty();
  }

  @Test
  void theKeyIsNeverPrinted() {
    assertThat(in("T1", "sealed-1").toString()).doesNotContain("sealed-1");
  }

  protected static Installation in(String space, String sealed) {
    return new Installation("platform", space, "A team", "UBOT", "a,b", "U1", sealed, NOW);
  }
}
