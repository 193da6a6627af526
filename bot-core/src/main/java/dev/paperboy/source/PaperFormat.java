package dev.paperboy.source;

import dev.paperboy.paper.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** A format of files of papers. */
public interface PaperFormat {
  /** Whether a file that begins like this (up to 4 KiB, unpacked) has this format. */
  boolean recognises(String head);

  /**
   * Reads the whole stream and tells each paper in order.
   *
   * @param fileName may carry the date of an edition
   * @throws BrokenFile where the content is not what the format expects
   */
  void read(InputStream content, String fileName, Consumer<Sighting> each) throws IOException;
}
