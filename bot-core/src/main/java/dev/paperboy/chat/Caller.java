package dev.paperboy.chat;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who gave a command, and where.
 *
 * @param platform "terminal", or the name of a courier
 * @param person opaque id, unique on its platform within its home
 * @param zone the person's own as the platform knows it; null where it does not
 * @param here where the command was given, and where a digest made by it goes
 * @param manages what the person may change for others
 * @param home the space that the person's id belongs to; empty where a person is the same in all
 *     spaces of the platform
 */
public record Caller(
    String platform,
    String person,
    @Nullable ZoneId zone,
    Address here,
    Manages manages,
    String home) {
  /** How far a person's word reaches beyond their own subscriptions. */
  public enum Manages {
    NOTHING,
    /** The channel, and threads of it, where the command was given. */
    PLACE,
    /** Every channel of the space. */
    SPACE
  }

  /** Somebody whose id belongs to the space they are in. */
  public Caller(
      String platform, String person, @Nullable ZoneId zone, Address here, Manages manages) {
    this(platform, person, zone, here, manages, here.space());
  }

  /** Somebody at their own terminal. */
  public Caller(String platform, String person, @Nullable ZoneId zone) {
    this(platform, person, zone, Address.channel(platform, "", platform), Manages.SPACE);
  }

  /** Names the person across platforms. */
  public String key() {
    return home.isEmpty() ? platform + ":" + person : platform + ":" + home + ":" + person;
  }

  /** The person's own direct messages. */
  public Address direct() {
    return Address.direct(platform, home, person);
  }
}
