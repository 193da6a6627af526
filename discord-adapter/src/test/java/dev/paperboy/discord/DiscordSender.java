package dev.paperboy.discord;

import dev.paperboy.Secret;
import dev.paperboy.delivery.SendingProcess;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A process that delivers to a fake Discord until it is killed. */
final class DiscordSender {
  private DiscordSender() {}

  /** Arguments as those of {@link SendingProcess#run}, the token in the address's fragment. */
  public static void main(String[] arguments) throws IOException {
    SendingProcess.run(arguments, address -> List.of(courier(address)));
  }

  private static DiscordCourier courier(URI address) {
    return new DiscordCourier(
        new DiscordWeb(
            address.resolve(address.getPath()),
            new Secret(address.getFragment()),
            Duration.ofSeconds(1)),
        new DiscordRenderer(line -> "help"),
        DiscordAccess.OPEN,
        Clock.systemUTC());
  }
}
