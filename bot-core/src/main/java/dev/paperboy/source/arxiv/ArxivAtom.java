package dev.paperboy.source.arxiv;

import dev.paperboy.paper.Sighting;
import dev.paperboy.source.BrokenFile;
import dev.paperboy.source.PaperFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Saved answers of arXiv's query API, old and new layout. Names neither popularity nor a list, so
 * that it makes no edition. An entry that is no paper breaks the file, and so does an answer that
 * stands for an error.
 */
public final class ArxivAtom implements PaperFormat {
  @Override
  public boolean recognises(String head) {
    return AtomFeed.looksLike(head);
  }

  @Override
  public void read(InputStream content, String fileName, Consumer<Sighting> each)
      throws IOException {
    try {
      AtomFeed.<BrokenFile>each(content, (entry, line) -> each.accept(sighting(entry, line)));
    } catch (AtomFeed.Malformed e) {
      throw new BrokenFile(e.line(), String.valueOf(e.getMessage()));
    }
  }

  private static Sighting sighting(AtomEntry entry, long line) {
    if (entry.isError()) {
      throw new BrokenFile(line, "expected papers, found arXiv's error: " + entry.reason());
    }
    try {
      return entry.sighting();
    } catch (AtomEntry.Broken e) {
      throw new BrokenFile(line, String.valueOf(e.getMessage()));
    }
  }
}
