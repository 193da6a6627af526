package dev.paperboy.delivery;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.delivery.Agenda.Plan;
import dev.paperboy.delivery.Outbox.Entry;
import dev.paperboy.digest.Composer;
import dev.paperboy.digest.Composition;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.subscription.Subscriptions.Draft;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Occasion;
import dev.paperboy.when.Schedule;
import dev.paperboy.when.Schedule.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Many deliveries that are due, for tests of sending them. */
public final class Sendings {
  /** A platform that knows a message again by its nonce, and one where it has to be looked up. */
  public static final String NONCE = "nonce";

  public static final String LOOK = "look";

  /** Short enough for tests, in the proportions of real life. */
  public static final Timing QUICK =
      new Timing(
          Duration.ofSeconds(4),
          Duration.ofMillis(1_500),
          Duration.ofMillis(200),
          Duration.ofMillis(1_500),
          Duration.ofMillis(100));

  private static final String OWNER = "someone";

  private Sendings() {}

  /** One message for each occasion, with nothing in the ledger but that something was shown. */
  public static Composer composer(Store store) {
    return (subscription, occasion, order) -> {
      String text = subscription.to().place() + " on " + occasion;
      return new Composition.Ready(
          List.of(
              new Message(
                  Message.Status.ANSWERED,
                  List.of(Block.Text.of(text)),
                  new Content.Words(text, Map.of()))),
          List.of(),
          store.ledger().version(subscription.to().key()));
    };
  }

  /** Plans {@code each} deliveries for each of so many places, due at once. */
  public static void plan(Store store, List<Address> places, int each) {
    Instant now = Instant.now();
    for (Address place : places) {
      store
          .subscriptions()
          .add(
              new Draft(
                  "test:" + place.platform(),
                  place,
                  OWNER,
                  "",
                  new Schedule(Cadence.DAILY, null, LocalTime.NOON, ZoneOffset.UTC),
                  5,
                  Layout.CARDS,
                  Quiet.SAY),
              Integer.MAX_VALUE,
              now);
    }
    for (int n = 0; n < each; n++) {
      Occasion occasion = new Occasion("2026-01-%02d".formatted(n + 1));
      List<Plan> plans = new ArrayList<>();
      for (Subscription subscription : store.subscriptions().ownedBy(OWNER)) {
        Due next = subscription.schedule().after(now.plus(Duration.ofDays(n)));
        plans.add(
            new Plan(subscription, List.of(new Due(now, occasion)), Duration.ofHours(12), next));
      }
      store.agenda().keep(plans, now);
    }
  }

  /** All there are. */
  public static List<Entry> entries(Store store) {
    List<Entry> entries = new ArrayList<>();
    for (Subscription subscription : store.subscriptions().ownedBy(OWNER)) {
      entries.addAll(store.outbox().history(subscription.id(), 100));
    }
    return entries;
  }

  /** Waits until every delivery has come to its end, for so long at most. */
  public static List<Entry> awaitAll(Store store, Duration most) throws InterruptedException {
    return await(store, most, entry -> entry.state().isOver());
  }

  /** Waits until all of them are so, for a minute at most. */
  static List<Entry> await(Store store, Predicate<Entry> wanted) throws InterruptedException {
    return await(store, Duration.ofMinutes(1), wanted);
  }

  private static List<Entry> await(Store store, Duration most, Predicate<Entry> wanted)
      throws InterruptedException {
    Instant end = Instant.now().plus(most);
    while (true) {
      List<Entry> entries = entries(store);
      if (entries.stream().allMatch(wanted) || Instant.now().isAfter(end)) {
        return entries;
      }
      boolean unused = new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
    }
  }
}
