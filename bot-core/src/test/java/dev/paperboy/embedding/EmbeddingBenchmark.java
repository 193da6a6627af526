package dev.paperboy.embedding;

import dev.paperboy.source.RealPapers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A paper's vector beside the model alone. */
@State(Scope.Thread)
public class EmbeddingBenchmark {
  private final BareModel model;
  private final Embedder embedder;
  private final List<RealPapers.Row> papers;
  private int next;

  public EmbeddingBenchmark() {
    try {
      papers = RealPapers.read().subList(0, 1_000);
      model = new BareModel();
      embedder = new OnnxEmbedder(EmbeddingModel.MINILM, InstantSource.system());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RealPapers.Row paper() {
    next = (next + 1) % papers.size();
    return papers.get(next);
  }

  @Benchmark
  public float[] paper1TheModelAlone() throws IOException {
    RealPapers.Row paper = paper();
    return model.embed(paper.title() + " " + paper.abstractText());
  }

  @Benchmark
  public Optional<float[]> paper2Embedder() {
    RealPapers.Row paper = paper();
    return embedder.paper(paper.title(), paper.abstractText());
  }

  @TearDown
  public void close() throws IOException {
    embedder.close();
    model.close();
  }
}
