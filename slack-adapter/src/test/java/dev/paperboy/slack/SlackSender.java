package dev.paperboy.slack;

import dev.paperboy.Secret;
import dev.paperboy.delivery.SendingProcess;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The main of a process that sends to one workspace of a Slack on the loopback address. */
final class SlackSender {
  static final String TEAM = "T1";

  private SlackSender() {}

  public static void main(String[] arguments) throws IOException {
    // read by the log's configuration: two processes would write into one file
    System.setProperty("test.log", "sender-" + ProcessHandle.current().pid());
    SendingProcess.run(arguments, address -> List.of(courier(address)));
  }

  private static SlackCourier courier(URI address) {
    SlackWeb web = new SlackWeb(address, Duration.ofSeconds(1));
    SlackTokens tokens = space -> Optional.of(new Secret("xoxb-fake-" + TEAM + "-1"));
    return new SlackCourier(
        web,
        tokens,
        new SlackRenderer(line -> "help"),
        new SlackPace(Clock.systemUTC()),
        new SlackDoctor(web, tokens, SlackScopes.BY_OWNER),
        TEAM);
  }
}
