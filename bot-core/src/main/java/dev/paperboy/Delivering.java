package dev.paperboy;

import dev.paperboy.delivery.Courier;
import dev.paperboy.delivery.Dispatcher;
import dev.paperboy.delivery.Suspensions;
import dev.paperboy.delivery.Timing;
import dev.paperboy.digest.Composer;
import dev.paperboy.planner.Planner;
import dev.paperboy.store.Store;
import java.time.InstantSource;
import java.util.Collection;
import java.util.UUID;

/** What one process does to bring digests to the couriers that it holds. */
final class Delivering implements AutoCloseable {
  private final Planner planner;
  private final Suspensions suspensions;
  private final Dispatcher dispatcher;

  Delivering(Store store, Composer composer, Collection<Courier> couriers, InstantSource clock) {
    planner = new Planner(store.agenda(), store.subscriptions(), clock);
    suspensions =
        new Suspensions(store.subscriptions(), store.agenda(), store.claims(), couriers, clock);
    dispatcher =
        new Dispatcher(
            store.claims(),
            composer,
            couriers,
            clock,
            Timing.USUAL,
            UUID.randomUUID().toString(),
            suspensions::tell);
  }

  /** Begins to send what is planned. */
  void start() {
    planner.reschedule();
    dispatcher.start();
  }

  /** Plans what is due, and lets it be sent at once. */
  void plan() {
    if (planner.sweep() > 0) {
      dispatcher.wake();
    }
  }

  /** Plans and sends what is due now, until nothing is. Returns how many deliveries there were. */
  int once() {
    int unused = planner.sweep();
    return dispatcher.runDue();
  }

  void probe() {
    int unused = suspensions.probe();
  }

  @Override
  public void close() {
    dispatcher.close();
  }
}
