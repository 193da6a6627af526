package dev.paperboy.slack;

import dev.paperboy.Secret;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Message;
import dev.paperboy.delivery.Courier;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.DeliveryKey;
import dev.paperboy.delivery.Pace;
import dev.paperboy.delivery.Permit;
import dev.paperboy.delivery.Reconciliation;
import dev.paperboy.delivery.SendingProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The main of a process that sends to one workspace of a Slack on the loopback address. */
final class SlackSender {
  static final String TEAM = "T1";

  private SlackSender() {}

  public static void main(String[] arguments) throws IOException {
    // read by the log's configuration: two processes would write into one file
    System.setProperty("test.log", "sender-" + ProcessHandle.current().pid());
    SendingProcess.run(
        arguments,
        address -> List.of(new Timed(courier(address), hasty(address), new ConcurrentHashMap<>())));
  }

  /** Where it is noted that a message came too soon after another. */
  static Path hasty(URI address) {
    return Path.of("target", "hasty-" + address.getPort() + ".txt");
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

  /**
   * Notes what is handed over less than a second after the message before it. Here and not at the
   * other side, because what a busy machine takes late would seem to come fast.
   */
  private record Timed(Courier courier, Path hasty, Map<String, Long> ends) implements Courier {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Override
    public String platform() {
      return courier.platform();
    }

    @Override
    public Pace pace() {
      return courier.pace();
    }

    @Override
    public Delivery deliver(Address to, Message message, DeliveryKey key, Permit permit) {
      Long before = ends.get(to.key());
      if (before != null && System.nanoTime() - before < SECOND) {
        note(to.key() + "\n");
      }
      try {
        return courier.deliver(to, message, key, permit);
      } finally {
        ends.put(to.key(), System.nanoTime());
      }
    }

    private void note(String line) {
      try {
        Files.writeString(hasty, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Reconciliation reconcile(
        Address to, Message message, DeliveryKey key, Instant sentAt, Permit permit) {
      return courier.reconcile(to, message, key, sentAt, permit);
    }

    @Override
    public boolean reachable(Address to) {
      return courier.reachable(to);
    }
  }
}
