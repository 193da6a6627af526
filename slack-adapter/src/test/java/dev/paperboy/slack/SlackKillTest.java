package dev.paperboy.slack;

import dev.paperboy.chat.Address;
import dev.paperboy.delivery.CourierKillContract;
import dev.paperboy.delivery.WatchedPlatform;
import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A process that sends to Slack and is killed; Slack has its moods meanwhile. */
class SlackKillTest extends CourierKillContract {
  private static final int CHANNELS = 50;
  private static final String POST = "chat.postMessage";

  @Override
  protected WatchedPlatform open() {
    FakeSlack slack = FakeSlack.start();
    var unused = slack.workspace(SlackSender.TEAM);
    for (int n = 1; n <= CHANNELS; n++) {
      slack.channel(SlackSender.TEAM, "C" + n);
    }
    for (int n = 1; n <= CHANNELS; n += 10) {
      slack.next(
          Fault.limited(POST, Duration.ofSeconds(1)).in("C" + n),
          Fault.acceptedThenCut(POST).in("C" + (n + 1)),
          Fault.cut(POST).in("C" + (n + 2)),
          Fault.status(POST, 503).in("C" + (n + 3)),
          Fault.acceptedThenError(POST, "internal_error").in("C" + (n + 4)),
          Fault.limited("conversations.history", Duration.ofSeconds(1)).in("C" + (n + 1)));
    }
    return new SlackWatched(slack, SlackSender.TEAM);
  }

  @Override
  protected Class<?> process() {
    return SlackSender.class;
  }

  @Override
  protected List<Address> places() {
    return IntStream.rangeClosed(1, CHANNELS)
        .mapToObj(n -> Address.channel(SlackCourier.PLATFORM, SlackSender.TEAM, "C" + n))
        .toList();
  }
}
