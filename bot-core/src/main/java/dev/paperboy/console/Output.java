package dev.paperboy.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output or standard error: always UTF-8, whatever the locale. A text is written at once
 * and whole, so that a reader at the other end of a pipe has each answer when it is given. Once
 * nobody reads any more, what is written falls away in silence.
 */
final class Output {
  private final OutputStream stream;
  private boolean isClosed;

  Output(OutputStream stream) {
    this.stream = stream;
  }

  synchronized void write(String text) {
    if (isClosed || text.isEmpty()) {
      return;
    }
    try {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException e) {
      isClosed = true;
    }
  }

  /** Whether the reader has gone, as {@code head} does. */
  synchronized boolean isClosed() {
    return isClosed;
  }
}
