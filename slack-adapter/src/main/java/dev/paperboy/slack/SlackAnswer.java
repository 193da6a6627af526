package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What became of one call of the Web API. */
sealed interface SlackAnswer {
  /** Slack did it. */
  record Done(JsonNode body, String scopes) implements SlackAnswer {}

  /**
   * Slack answered that it did not.
   *
   * @param error Slack's word for why
   * @param needed the scope that is missing; empty where none is
   */
  record Refused(String error, String needed) implements SlackAnswer {}

  /** Too many calls: nothing was done. */
  record Limited(Duration after) implements SlackAnswer {}

  /**
   * No answer of Slack's.
   *
   * @param nothingDone whether it is certain that nothing was done
   */
  record Failed(String why, boolean nothingDone) implements SlackAnswer {}

  default boolean isDone() {
    return this instanceof Done;
  }

  /** For the log: never a token. */
  default String inWords() {
    return switch (this) {
      case Done done -> "done";
      case Refused refused ->
          refused.error() + (refused.needed().isEmpty() ? "" : " (needs " + refused.needed() + ")");
      case Limited limited -> "rate limited for " + limited.after().toSeconds() + " s";
      case Failed failed -> failed.why();
    };
  }
}
