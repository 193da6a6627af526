package dev.paperboy.delivery;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.delivery.Claims.Settlement;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.State;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.Subscriptions.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What follows a permanent failure: the owner is told once, and the subscription, whose set-up is
 * kept, goes on by itself when access is back.
 */
public final class Suspensions {
  private static final String ACTOR = "paperboy";
  private static final int AT_ONCE = 500;

  private final Subscriptions subscriptions;
  private final Agenda agenda;
  private final Claims claims;
  private final List<String> scopes;
  private final Map<String, Courier> couriers = new HashMap<>();
  private final InstantSource clock;

  public Suspensions(
      Subscriptions subscriptions,
      Agenda agenda,
      Claims claims,
      Collection<Courier> couriers,
      InstantSource clock) {
    this.subscriptions = subscriptions;
    this.agenda = agenda;
    this.claims = claims;
    this.clock = clock;
    scopes = couriers.stream().map(Courier::holds).toList();
    couriers.forEach(courier -> this.couriers.put(courier.platform(), courier));
  }

  /**
   * Tells the owners of a destination's suspended subscriptions by direct message, each once. One
   * whose own direct messages are what is closed is told at their next command instead.
   */
  public void tell(Settlement settlement) {
    Subscription failed = settlement.claim().subscription();
    Courier courier = couriers.get(failed.to().platform());
    if (courier == null) {
      return;
    }
    Map<String, List<Subscription>> byOwner = new TreeMap<>();
    for (Subscription each : subscriptions.to(failed.to().key())) {
      if (each.state() == State.SUSPENDED) {
        byOwner.computeIfAbsent(each.owner(), owner -> new ArrayList<>()).add(each);
      }
    }
    byOwner.forEach((owner, theirs) -> {
      Optional<Address> direct = direct(owner).filter(to -> !to.equals(failed.to()));
      if (direct.isPresent()) {
        DeliveryKey key = new DeliveryKey("told " + theirs.getFirst().id(), 1, null);
        if (courier.deliver(direct.get(), words(theirs), key, Permit.ALWAYS)
            instanceof Delivery.Delivered) {
          claims.told(theirs.stream().map(Subscription::id).toList());
        }
      }
    });
  }

  /** Goes on with all that goes to a place, since it can be written to again. */
  public int accessIsBack(Address to, String how) {
    return resume(subscriptions.to(to.key()), ACTOR, how);
  }

  /** Asks, once a day, whether suspended channels can be written to again. */
  public int probe() {
    int resumed = 0;
    Map<Address, List<Subscription>> places = new HashMap<>();
    for (Subscription each : agenda.suspendedPlaces(scopes, AT_ONCE)) {
      places.computeIfAbsent(each.to(), to -> new ArrayList<>()).add(each);
    }
    for (Map.Entry<Address, List<Subscription>> place : places.entrySet()) {
      Courier courier = couriers.get(place.getKey().platform());
      if (courier != null && courier.reachable(place.getKey())) {
        resumed += resume(place.getValue(), ACTOR, "the place can be written to again");
      }
    }
    return resumed;
  }

  private int resume(List<Subscription> candidates, String actor, String how) {
    Instant now = clock.instant();
    int resumed = 0;
    for (Subscription each : candidates) {
      if (each.state() == State.SUSPENDED
          && subscriptions.change(
              each.activeAfter(now), new Change(now, actor, "resume", each.id(), how))) {
        resumed++;
      }
    }
    return resumed;
  }

  /** The direct messages of a person named as {@code Caller.key()} names them. */
  private static Optional<Address> direct(String person) {
    String[] parts = person.split(":", 3);
    return switch (parts.length) {
      case 2 -> Optional.of(Address.direct(parts[0], "", parts[1]));
      case 3 -> Optional.of(Address.direct(parts[0], parts[1], parts[2]));
      default -> Optional.empty();
    };
  }

  private static Message words(List<Subscription> suspended) {
    Subscription first = suspended.getFirst();
    String numbers =
        String.join(", ", suspended.stream().map(each -> String.valueOf(each.number())).toList());
    String text =
        "Digest "
            + numbers
            + " is suspended: it cannot be delivered ("
            + first.suspendedWhy()
            + "). Its set-up is kept, and it goes on by itself when access is back; nothing is"
            + " lost meanwhile.";
    return new Message(
        Message.Status.ANSWERED,
        List.of(new Block.Heading("A digest of yours is suspended"), Block.Text.of(text)),
        new Content.Words(text, Map.of()));
  }
}
