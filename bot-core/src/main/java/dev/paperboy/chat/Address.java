package dev.paperboy.chat;

import org.jspecify.annotations.Nullable;

/**
 * Where messages go: a channel, a thread of one, or a person's direct messages, on one platform.
 *
 * @param platform "terminal", or the name of a courier
 * @param space opaque id of the server or workspace that the place belongs to; empty where there is
 *     none
 * @param place opaque id of the channel; of the person for direct messages
 * @param thread opaque id of a thread in that channel; null but for {@link Kind#THREAD}
 */
public record Address(
    String platform, String space, String place, @Nullable String thread, Kind kind) {
  public enum Kind {
    DIRECT,
    CHANNEL,
    THREAD
  }

  public Address {
    if ((kind == Kind.THREAD) != (thread != null)) {
      throw new IllegalArgumentException("a thread, and only a thread, has a thread's id");
    }
  }

  public static Address direct(String platform, String space, String person) {
    return new Address(platform, space, person, null, Kind.DIRECT);
  }

  public static Address channel(String platform, String space, String channel) {
    return new Address(platform, space, channel, null, Kind.CHANNEL);
  }

  public static Address thread(String platform, String space, String channel, String thread) {
    return new Address(platform, space, channel, thread, Kind.THREAD);
  }

  /** Names the destination in the ledger: what is shown here counts for all its subscriptions. */
  public String key() {
    return platform
        + ":"
        + space
        + ":"
        + (kind == Kind.DIRECT ? "@" : "")
        + place
        + (thread == null ? "" : ":" + thread);
  }
}
