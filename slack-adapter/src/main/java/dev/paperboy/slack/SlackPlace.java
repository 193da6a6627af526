package dev.paperboy.slack;

import org.jspecify.annotations.Nullable;

/**
 * The receipt of a message: where it stands.
 *
 * @param ts Slack's id of a message in its channel
 */
record SlackPlace(String channel, String ts) {
  String receipt() {
    return channel + "/" + ts;
  }

  static @Nullable SlackPlace of(@Nullable String receipt) {
    int slash = receipt == null ? -1 : receipt.indexOf('/');
    return receipt == null || slash < 1
        ? null
        : new SlackPlace(receipt.substring(0, slash), receipt.substring(slash + 1));
  }
}
