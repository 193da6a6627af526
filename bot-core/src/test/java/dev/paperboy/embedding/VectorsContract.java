package dev.paperboy.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of vectors promises. */
public abstract class VectorsContract {
  private static final PaperId OWL = new PaperId("owl");
  private static final PaperId HAWK = new PaperId("hawk");

  /** The vectors under test, none at the start of each test. */
  protected abstract Vectors vectors();

  @Test
  protected void tellsWhatWasKeptWithEveryByte() {
    byte[] values = new byte[256];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) i;
    }
    vectors()
        .keep("minilm", List.of(new Vectors.Kept(OWL, Long.MIN_VALUE, new Vector(values, .003f))));

    List<Vectors.Kept> told = new ArrayList<>();
    vectors().changedAfter("minilm", 0, told::add);

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().paper()).isEqualTo(OWL);
    assertThat(told.getFirst().text()).isEqualTo(Long.MIN_VALUE);
    assertThat(told.getFirst().vector().values()).isEqualTo(values);
    assertThat(told.getFirst().vector().scale()).isEqualTo(.003f);
  }

  @Test
  protected void tellsOnlyWhatCameAfterAndTheLatestOfEachPaper() {
    vectors().keep("minilm", List.of(kept(OWL, 1), kept(HAWK, 1)));
    List<Vectors.Kept> first = new ArrayList<>();
    long seen = vectors().changedAfter("minilm", 0, first::add);
    vectors().keep("minilm", List.of(kept(OWL, 2)));

    List<Vectors.Kept> second = new ArrayList<>();
    long next = vectors().changedAfter("minilm", seen, second::add);

    assertThat(first).extracting(Vectors.Kept::paper).containsExactlyInAnyOrder(OWL, HAWK);
    assertThat(second).extracting(Vectors.Kept::text).containsExactly(2L);
    assertThat(vectors().changedAfter("minilm", next, second::add)).isEqualTo(next);
    assertThat(second).hasSize(1);
  }

  @Test
  protected void keepsModelsApart() {
    vectors().keep("minilm", List.of(kept(OWL, 1)));
    vectors().keep("another", List.of(kept(HAWK, 1)));
    vectors().keep("another", List.of());

    List<Vectors.Kept> told = new ArrayList<>();
    vectors().changedAfter("another", 0, told::add);

    assertThat(told).extracting(Vectors.Kept::paper).containsExactly(HAWK);
  }

  private static Vectors.Kept kept(PaperId paper, long text) {
    return new Vectors.Kept(paper, text, new Vector(new byte[] {1, -127, 127, 0}, .5f));
  }
}
