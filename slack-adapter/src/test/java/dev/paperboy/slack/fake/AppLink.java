package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** How the fake reaches the app: by a socket that the app opened, or by calling its address. */
interface AppLink extends AutoCloseable {
  /** What is sent. */
  enum Kind {
    SLASH_COMMANDS,
    INTERACTIVE,
    EVENTS_API
  }

  /** Sends once and waits, at most three seconds. */
  Ack send(Kind kind, ObjectNode payload, int attempt);

  @Override
  void close();

  /**
   * The app's acknowledgement.
   *
   * @param came in time and well
   * @param after how long it took
   * @param payload what it carried; missing where nothing
   */
  record Ack(boolean came, Duration after, JsonNode payload, String why) {}
}
