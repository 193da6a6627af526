package dev.paperboy.chat;

import java.time.ZoneId;

/**
 * Who gave a command, and where.
 *
 * @param platform "terminal", or the name of a courier
 * @param person opaque id, unique on its platform
 * @param zone the person's own
 */
public record Caller(String platform, String person, ZoneId zone) {
  /** Names the person across platforms. */
  public String key() {
    return platform + ":" + person;
  }
}
