package dev.paperboy.delivery;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Answers as it is told, and remembers when it was asked. */
final class CannedCourier implements Courier {
  volatile BiFunction<DeliveryKey, Permit, Delivery> sends =
      (key, permit) -> new Delivery.Delivered("message of " + key.id());
  volatile Supplier<Reconciliation> looks = Reconciliation.Absent::new;
  volatile Pace pace = Pace.FREE;

  private final List<Long> begins = new CopyOnWriteArrayList<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicInteger looked = new AtomicInteger();

  /** How many messages it was handed. */
  int sent() {
    return begins.size();
  }

  /** How many times it was asked about an open one. */
  int looked() {
    return looked.get();
  }

  /** The most that were handed to it at the same time. */
  int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** How long after one message the next one came. */
  List<Duration> gaps() {
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < begins.size(); i++) {
      gaps.add(Duration.ofNanos(begins.get(i) - begins.get(i - 1)));
    }
    return gaps;
  }

  @Override
  public String platform() {
    return "chat";
  }

  @Override
  public Pace pace() {
    return pace;
  }

  @Override
  public Delivery deliver(Address to, Message message, DeliveryKey key, Permit permit) {
    begins.add(System.nanoTime());
    mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try {
      return sends.apply(key, permit);
    } finally {
      underWay.decrementAndGet();
    }
  }

  @Override
  public Reconciliation reconcile(
      Address to, Message message, DeliveryKey key, Instant sentAt, Permit permit) {
    looked.incrementAndGet();
    return looks.get();
  }

  @Override
  public boolean reachable(Address to) {
    return true;
  }
}
