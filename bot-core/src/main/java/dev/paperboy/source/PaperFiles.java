package dev.paperboy.source;

import dev.paperboy.paper.Sighting;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads files of papers, whatever their names: gzip is known by its first bytes, the format by how
 * the content begins. A file is read as a stream; its size does not matter.
 */
public final class PaperFiles {
  private static final int HEAD = 4096;
  private static final int BUFFER = 1 << 16;
  private static final String EXPECTED =
      "expected a list of Hugging Face, a feed of arXiv or one paper a line as JSON";

  private final List<PaperFormat> formats;

  /**
   * @param formats in the order in which they are asked whether they recognise a file
   */
  public PaperFiles(List<PaperFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /**
   * Tells each paper of a file, in its order. What was told before a mistake was found is void.
   *
   * @param bytesRead told after each 64 KiB or so how much of the file, packed as it is, was read
   * @throws BrokenFile where the content is not what its format expects
   * @throws IOException where the file cannot be read; {@link #inWords} says why
   */
  public void read(Path file, Consumer<Sighting> each, LongConsumer bytesRead) throws IOException {
    if (Files.isDirectory(file)) {
      throw new BrokenFile(0, "expected a file, found a folder");
    }
    try (InputStream raw = new Counted(Files.newInputStream(file), bytesRead);
        InputStream content = unpacked(new BufferedInputStream(raw, BUFFER))) {
      skipByteOrderMark(content);
      String head = head(content);
      if (head.isBlank()) {
        throw new BrokenFile(0, EXPECTED + ", found an empty file");
      }
      PaperFormat format =
          formats.stream()
              .filter(one -> one.recognises(head))
              .findFirst()
              .orElseThrow(() -> new BrokenFile(1, EXPECTED));
      Path name = file.getFileName();
      format.read(new Lent(content), name == null ? "" : name.toString(), each);
      // A format may stop before the end, where packed data shows that it is whole.
      content.transferTo(OutputStream.nullOutputStream());
    } catch (EOFException e) {
      throw new BrokenFile(0, "expected more gzip data, it ends in the middle");
    } catch (ZipException e) {
      throw new BrokenFile(0, "expected valid gzip data, it is damaged");
    }
  }

  /** Why a file could not be read, with its name, for people. */
  public static String inWords(Path file, IOException problem) {
    String why =
        switch (problem) {
          case NoSuchFileException e -> "there is no such file";
          case AccessDeniedException e -> "it may not be read, access is denied";
          default -> "it could not be read (" + problem.getMessage() + ")";
        };
    return file + ": expected a file of papers, " + why;
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    raw.mark(2);
    boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
  }

  private static void skipByteOrderMark(InputStream content) throws IOException {
    content.mark(3);
    if (content.read() != 0xEF || content.read() != 0xBB || content.read() != 0xBF) {
      content.reset();
    }
  }

  private static String head(InputStream content) throws IOException {
    content.mark(HEAD);
    byte[] bytes = content.readNBytes(HEAD);
    content.reset();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Left open by whoever reads it. */
  private static final class Lent extends FilterInputStream {
    Lent(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }

  private static final class Counted extends FilterInputStream {
    private final LongConsumer told;
    private long read;

    Counted(InputStream in, LongConsumer told) {
      super(in);
      this.told = told;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int some = super.read(into, offset, length);
      count(some);
      return some;
    }

    private void count(int bytes) {
      if (bytes > 0) {
        read += bytes;
        told.accept(read);
      }
    }
  }
}
