package dev.paperboy.source.file;

import dev.paperboy.source.BrokenFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as bytes, one at a time, in a buffer that grows to the longest of them. */
final class ByteLines {
  private static final int LONGEST = 8 << 20;

  private final InputStream content;
  private byte[] buffer = new byte[1 << 16];
  private int filled;
  private int from;
  private int to;
  private int next;
  private boolean ended;
  private long number;

  ByteLines(InputStream content) {
    this.content = content;
  }

  /** Goes to the next line; false where there is none. */
  boolean next() throws IOException {
    from = next;
    int searched = from;
    while (true) {
      for (int i = searched; i < filled; i++) {
        if (buffer[i] == '\n') {
          return stands(i, i + 1);
        }
      }
      if (ended) {
        return from < filled && stands(filled, filled);
      }
      searched = filled - from;
      makeRoom();
      int read = content.read(buffer, filled, buffer.length - filled);
      ended = read < 0;
      filled += Math.max(0, read);
    }
  }

  private boolean stands(int end, int following) {
    to = end;
    next = following;
    number++;
    return true;
  }

  private void makeRoom() {
    System.arraycopy(buffer, from, buffer, 0, filled - from);
    filled -= from;
    next = 0;
    from = 0;
    if (filled < buffer.length) {
      return;
    }
    if (buffer.length >= LONGEST) {
      throw new BrokenFile(
          number + 1,
          "expected one paper a line, the line is longer than " + (LONGEST >> 20) + " MB");
    }
    buffer = Arrays.copyOf(buffer, buffer.length * 2);
  }

  byte[] buffer() {
    return buffer;
  }

  int from() {
    return from;
  }

  int length() {
    return to - from;
  }

  /** 1-based. */
  long number() {
    return number;
  }

  boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
