package dev.paperboy.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What became of one call of the REST API. */
sealed interface DiscordAnswer {
  /**
   * Discord did it.
   *
   * @param rest how long this route takes nothing more; zero where it does
   */
  record Done(JsonNode body, Duration rest) implements DiscordAnswer {}

  /**
   * Discord answered that it did not.
   *
   * @param code Discord's own, finer than the status; 0 where it gave none
   * @param message Discord's word for it
   * @param after how long to wait, as it said; zero where it said nothing
   */
  record Refused(int status, int code, String message, Duration after) implements DiscordAnswer {}

  /**
   * Too many calls: nothing was done.
   *
   * @param everything whether all routes rest, or this one only
   */
  record Limited(Duration after, boolean everything) implements DiscordAnswer {}

  /**
   * No answer of Discord's, or none that says what was done.
   *
   * @param nothingDone whether it is certain that nothing was done
   */
  record Failed(String why, boolean nothingDone) implements DiscordAnswer {}

  /** Not sent: the permit to send it had ended. */
  record Withheld() implements DiscordAnswer {}
}
