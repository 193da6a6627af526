package dev.paperboy.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Answers each request with a sentence of its own: its path, and how many came. */
final class CountingServer extends FakeServer {
  /** A text is whole when it ends with a full stop; it is good for ten minutes. */
  static final class Sentence implements AnswerFormat<String> {
    @Override
    public String read(byte[] body, Instant at) throws IOException {
      String text = new String(body, StandardCharsets.UTF_8);
      if (!text.endsWith(".")) {
        throw new IOException("no full stop");
      }
      return text;
    }

    @Override
    public Duration fresh(String answer) {
      return Duration.ofMinutes(10);
    }
  }

  private int count;

  @Override
  protected synchronized Answer answer(Request request) {
    count++;
    return Answer.ok(request.path() + " " + count + ".");
  }
}
