package dev.paperboy.search;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.embedding.Embedder;
import dev.paperboy.embedding.Vector;
import dev.paperboy.embedding.Vectors;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** What an index knows of its papers' meaning: their vectors, and what makes them. */
public final class Meaning {
  /**
   * How far it is with an index.
   *
   * @param off why papers are not searched by meaning; empty where they are
   * @param model what the vectors are made by
   * @param embedded how many papers have a vector
   * @param papers how many there are
   */
  public record Standing(Optional<String> off, String model, long embedded, long papers) {}

  private final Embedder embedder;
  private final @Nullable Vectors vectors;
  private final @Nullable VectorShelf shelf;

  private Meaning(Embedder embedder, @Nullable Vectors vectors) {
    this.embedder = embedder;
    this.vectors = vectors;
    shelf = vectors == null ? null : new VectorShelf(vectors, embedder.name());
  }

  public static Meaning by(Embedder embedder, Vectors vectors) {
    return new Meaning(embedder, vectors);
  }

  /** Words alone, and why. */
  public static Meaning none(String why) {
    return new Meaning(Embedder.none(why), null);
  }

  Optional<String> off() {
    return embedder.off();
  }

  String model() {
    return embedder.name();
  }

  /** The shelf, caught up with the store; null where there is none. */
  @Nullable VectorShelf shelf() {
    if (shelf != null) {
      shelf.catchUp();
    }
    return shelf;
  }

  /** The shelf with the vectors of a searcher's papers, as far as there are any. */
  @Nullable VectorShelf shelf(IndexSearcher searcher) throws IOException {
    if (shelf != null) {
      shelf.catchUp(searcher);
    }
    return shelf;
  }

  /** Begins to make the vector of a question; what is given waits until it is made. */
  Supplier<Optional<float[]>> question(String text) {
    return shelf == null || text.isBlank() ? Optional::empty : embedder.begin(text);
  }

  /** Embeds these papers and keeps what was made. Returns how many that were. */
  int embed(Collection<CatalogPaper> papers) {
    Vectors store = vectors;
    if (store == null) {
      return 0;
    }
    List<Vectors.Kept> made = new ArrayList<>();
    for (CatalogPaper known : papers) {
      Paper paper = known.paper();
      PaperId id = paper.id();
      embedder
          .paper(paper.title(), paper.abstractText())
          .ifPresent(
              vector -> made.add(new Vectors.Kept(id, TextMark.of(paper), Vector.of(vector))));
    }
    if (!made.isEmpty()) {
      store.keep(embedder.name(), made);
    }
    return made.size();
  }
}
