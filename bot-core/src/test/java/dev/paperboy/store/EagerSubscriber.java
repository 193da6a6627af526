package dev.paperboy.store;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.Subscriptions.Draft;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Schedule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * The main of a process that, once told to go on, subscribes for one person until it is refused.
 */
final class EagerSubscriber {
  static final String PERSON = "chat:w1:ada";
  static final int MOST = 25;
  private static final Instant NOW = Instant.parse("2026-08-12T12:00:00Z");

  private EagerSubscriber() {}

  /** Argument: the place of the store. */
  public static void main(String[] arguments) throws IOException {
    BufferedReader told =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Store store = FreshStore.open(arguments[0])) {
      System.out.println("opened");
      told.readLine();
      int added = 0;
      while (store.subscriptions().add(draft(), MOST, NOW).isPresent()) {
        added++;
      }
      System.out.println("added " + added);
    }
  }

  static Draft draft() {
    return new Subscriptions.Draft(
        Subscription.personal(PERSON),
        Address.direct("chat", "w1", "ada"),
        PERSON,
        "agents",
        new Schedule(Cadence.DAILY, null, LocalTime.of(9, 0), ZoneOffset.UTC),
        5,
        Layout.CARDS,
        Quiet.SAY);
  }
}
