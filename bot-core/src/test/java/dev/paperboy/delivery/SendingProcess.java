package dev.paperboy.delivery;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Message;
import dev.paperboy.store.FreshStore;
import dev.paperboy.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The main of a process that sends what is due, until it is killed or told to end. An adapter that
 * wants its own courier tried so has a main of its own that calls {@link #run}.
 */
public final class SendingProcess {
  /** Where a process stops until it is told to go on, or is killed. */
  public enum Stop {
    NOWHERE,
    BEFORE_CLAIM,
    AFTER_CLAIM,
    AFTER_SEND,
    BEFORE_SETTLING,
    /** Within the transaction: all is written, nothing is committed. */
    WHILE_SETTLING
  }

  private static final CountDownLatch GO_ON = new CountDownLatch(1);

  private SendingProcess() {}

  /** Arguments: the place of the store, the address of the platform, where to stop. */
  public static void main(String[] arguments) throws IOException {
    URI address = URI.create(arguments[1]);
    run(
        arguments,
        unused ->
            List.of(
                new PlainCourier(Sendings.NONCE, address, true, Pace.FREE),
                new PlainCourier(Sendings.LOOK, address, false, Pace.FREE)));
  }

  /** Arguments as those of {@link #main}. Says "sending", and "at" where it stops. */
  public static void run(String[] arguments, Function<URI, Collection<Courier>> couriers)
      throws IOException {
    Stop stop = Stop.valueOf(arguments[2]);
    try (Store store = FreshStore.open(arguments[0], afterEach(stop));
        Dispatcher dispatcher =
            new Dispatcher(
                stopping(store.claims(), stop),
                Sendings.composer(store),
                couriers.apply(URI.create(arguments[1])).stream()
                    .map(courier -> stopping(courier, stop))
                    .toList(),
                Clock.systemUTC(),
                Sendings.QUICK,
                UUID.randomUUID().toString(),
                unused -> {})) {
      dispatcher.start();
      System.out.println("sending");
      BufferedReader told =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while ("go on".equals(told.readLine())) {
        GO_ON.countDown();
      }
    }
  }

  private static void reached(Stop stop) {
    System.out.println("at " + stop);
    try {
      GO_ON.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Consumer<String> afterEach(Stop stop) {
    return statement -> {
      if (stop == Stop.WHILE_SETTLING && statement.contains("insert into delivery_attempt")) {
        reached(stop);
      }
    };
  }

  private static Courier stopping(Courier courier, Stop stop) {
    return stop == Stop.AFTER_SEND ? new StoppingCourier(courier) : courier;
  }

  private static Claims stopping(Claims claims, Stop stop) {
    return stop == Stop.NOWHERE ? claims : new StoppingClaims(claims, stop);
  }

  private record StoppingCourier(Courier courier) implements Courier {
    @Override
    public String platform() {
      return courier.platform();
    }

    @Override
    public Delivery deliver(Address to, Message message, DeliveryKey key, Permit permit) {
      Delivery delivery = courier.deliver(to, message, key, permit);
      reached(Stop.AFTER_SEND);
      return delivery;
    }

    @Override
    public Reconciliation reconcile(
        Address to, Message message, DeliveryKey key, Instant sentAt, Permit permit) {
      return courier.reconcile(to, message, key, sentAt, permit);
    }

    @Override
    public Pace pace() {
      return courier.pace();
    }

    @Override
    public boolean reachable(Address to) {
      return courier.reachable(to);
    }
  }

  private record StoppingClaims(Claims claims, Stop stop) implements Claims {
    @Override
    public List<Claim> claim(
        Collection<String> platforms, String owner, Instant now, Instant leaseUntil, int most) {
      if (stop == Stop.BEFORE_CLAIM) {
        reached(stop);
      }
      List<Claim> claimed = claims.claim(platforms, owner, now, leaseUntil, most);
      if (stop == Stop.AFTER_CLAIM && !claimed.isEmpty()) {
        reached(stop);
      }
      return claimed;
    }

    @Override
    public List<Freezing> freeze(List<Composed> composed, Instant now) {
      return claims.freeze(composed, now);
    }

    @Override
    public List<Settlement> settle(List<Settlement> settlements, Instant now) {
      if (stop == Stop.BEFORE_SETTLING) {
        reached(stop);
      }
      return claims.settle(settlements, now);
    }

    @Override
    public void told(Collection<String> subscriptions) {
      claims.told(subscriptions);
    }
  }
}
