package dev.paperboy.slack;

import dev.paperboy.chat.Address;
import org.jspecify.annotations.Nullable;

/**
 * Who did something in Slack, and where.
 *
 * @param space id of the workspace
 * @param channel empty where it was in no channel, as in the Home tab
 * @param thread the ts of the thread's first message; null where it was in none
 * @param direct whether the channel is the person's direct messages with Paperboy
 */
record SlackWhere(
    String space, String person, String channel, @Nullable String thread, boolean direct) {
  Address address() {
    if (direct || channel.isEmpty()) {
      return Address.direct(SlackCourier.PLATFORM, space, person);
    }
    return thread == null
        ? Address.channel(SlackCourier.PLATFORM, space, channel)
        : Address.thread(SlackCourier.PLATFORM, space, channel, thread);
  }
}
