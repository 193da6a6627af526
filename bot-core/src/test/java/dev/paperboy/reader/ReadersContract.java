package dev.paperboy.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of readers promises. */
public abstract class ReadersContract {
  private static final Instant NOON = Instant.parse("2026-08-12T12:00:00Z");
  private static final PaperId OWL = new PaperId("owl");
  private static final PaperId HAWK = new PaperId("math/0601001");
  private static final PaperId KITE = new PaperId("kite");

  /** The readers under test, none at the start of each test. */
  protected abstract Readers readers();

  @Test
  protected void knowsNothingOfAStranger() {
    assertThat(readers().saved("terminal:ada")).isEmpty();
    assertThat(readers().fromLastList("terminal:ada", 1)).isEmpty();
  }

  @Test
  protected void savesAPaperOnce() {
    assertThat(readers().save("terminal:ada", OWL, NOON)).isTrue();
    assertThat(readers().save("terminal:ada", OWL, NOON.plusSeconds(9))).isFalse();

    assertThat(readers().saved("terminal:ada")).containsExactly(OWL);
  }

  @Test
  protected void tellsTheLatestSavedFirst() {
    readers().save("terminal:ada", OWL, NOON);
    readers().save("terminal:ada", HAWK, NOON.plusSeconds(1));
    readers().save("terminal:ada", KITE, NOON.plusSeconds(1));

    assertThat(readers().saved("terminal:ada")).containsExactly(KITE, HAWK, OWL);
  }

  @Test
  protected void keepsPeopleApart() {
    readers().save("terminal:ada", OWL, NOON);
    readers().rememberList("terminal:ada", List.of(OWL));
    assertThat(readers().save("slack:ada", OWL, NOON)).isTrue();

    assertThat(readers().saved("slack:ada")).containsExactly(OWL);
    assertThat(readers().fromLastList("slack:ada", 1)).isEmpty();
  }

  @Test
  protected void knowsTheRanksOfTheLastList() {
    readers().rememberList("terminal:ada", List.of(OWL, HAWK));

    assertThat(readers().fromLastList("terminal:ada", 1)).contains(OWL);
    assertThat(readers().fromLastList("terminal:ada", 2)).contains(HAWK);
    assertThat(readers().fromLastList("terminal:ada", 3)).isEmpty();
    assertThat(readers().fromLastList("terminal:ada", 0)).isEmpty();
    assertThat(readers().fromLastList("terminal:ada", -1)).isEmpty();
  }

  @Test
  protected void aListTakesThePlaceOfTheOneBefore() {
    readers().rememberList("terminal:ada", List.of(OWL, HAWK));
    readers().rememberList("terminal:ada", List.of(KITE));
    assertThat(readers().fromLastList("terminal:ada", 1)).contains(KITE);
    assertThat(readers().fromLastList("terminal:ada", 2)).isEmpty();

    readers().rememberList("terminal:ada", List.of());
    assertThat(readers().fromLastList("terminal:ada", 1)).isEmpty();
  }

  @Test
  protected void remembersALongList() {
    List<PaperId> papers =
        IntStream.rangeClosed(1, 1_000).mapToObj(n -> new PaperId("owl-" + n)).toList();
    readers().rememberList("terminal:ada", papers);

    assertThat(readers().fromLastList("terminal:ada", 1_000)).contains(new PaperId("owl-1000"));
  }
}
