package dev.paperboy.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines from a pipe or a file: UTF-8, with or without a byte order mark, ended by LF or CRLF. Bytes
 * that are no UTF-8 become U+FFFD; what a line has beyond {@value #LONGEST} characters is dropped.
 */
final class TypedLines {
  static final int LONGEST = 1_000_000;

  private final BufferedReader reader;
  private boolean isFirst = true;

  TypedLines(InputStream in) {
    reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
  }

  /** The next line that is not blank; null at the end. */
  @Nullable String next() {
    try {
      String line = read();
      while (line != null && line.isBlank()) {
        line = read();
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException("standard input: " + e.getMessage(), e);
    }
  }

  private @Nullable String read() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    if (isFirst && c == '\uFEFF') {
      c = reader.read();
    }
    isFirst = false;
    for (; c >= 0 && c != '\n'; c = reader.read()) {
      if (line.length() < LONGEST) {
        line.append((char) c);
      }
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return line.toString();
  }
}
