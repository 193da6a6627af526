package dev.paperboy.discord;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of a message: where it stands.
 *
 * @param channel id of the channel, the thread or the conversation
 */
record DiscordPlace(String channel, String message) {
  private static final long EPOCH_MS = 1_420_070_400_000L;
  private static final int TIME_SHIFT = 22;

  String receipt() {
    return channel + "/" + message;
  }

  static @Nullable DiscordPlace of(@Nullable String receipt) {
    int slash = receipt == null ? -1 : receipt.indexOf('/');
    return receipt == null || slash < 1
        ? null
        : new DiscordPlace(receipt.substring(0, slash), receipt.substring(slash + 1));
  }

  /** The id that would be given at a moment: ids grow with time. */
  static long idAt(Instant moment) {
    return Math.max(0, moment.toEpochMilli() - EPOCH_MS) << TIME_SHIFT;
  }
}
