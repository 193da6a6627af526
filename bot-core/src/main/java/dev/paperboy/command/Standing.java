package dev.paperboy.command;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Caller.Manages;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Command.Spot;
import dev.paperboy.chat.Command.Whose;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.Subscriptions.Change;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which subscription a number means, and who may do what with it; what is refused is noted. */
final class Standing {
  private final Subscriptions subscriptions;
  private final InstantSource clock;

  Standing(Subscriptions subscriptions, InstantSource clock) {
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  static String scope(Whose whose, Caller caller) {
    return whose == Whose.MINE
        ? Subscription.personal(caller.key())
        : Subscription.shared(caller.platform(), caller.here().space());
  }

  /** Where a new subscription goes. */
  static Address destination(Whose whose, @Nullable Spot spot, Caller caller) {
    if (whose == Whose.MINE) {
      return caller.direct();
    }
    Address here = caller.here();
    return spot == Spot.CHANNEL
        ? Address.channel(here.platform(), here.space(), here.place())
        : here;
  }

  /** Whether the caller may use a word at all. */
  void check(Command command, Whose whose, Caller caller) {
    if (whose == Whose.MINE || command instanceof Command.More) {
      return;
    }
    if (caller.here().kind() == Address.Kind.DIRECT) {
      throw refusal(
          caller,
          "digest",
          "not-here",
          "A digest belongs to a channel, and this is a direct message. Say it in the channel; for"
              + " yourself there is `subscribe`.");
    }
    if (caller.manages() == Manages.NOTHING) {
      throw refusal(
          caller,
          "digest",
          "not-allowed",
          "Digests of a channel are for those who manage it. For yourself there is `subscribe`.");
    }
    if (command instanceof Command.Subscribe subscribe
        && subscribe.wish().spot() == Spot.THREAD
        && caller.here().kind() != Address.Kind.THREAD) {
      throw refusal(
          caller, "digest", "not-here", "This is no thread; say it in the thread that is meant.");
    }
  }

  /** The subscription of a number. */
  Subscription one(Whose whose, int number, Caller caller) {
    Optional<Subscription> found = subscriptions.find(scope(whose, caller), number);
    if (found.isEmpty()) {
      throw refusal(caller, "number " + number, "not-found", none(whose, number, caller));
    }
    if (whose == Whose.PLACE && caller.manages() != Manages.SPACE && !isHere(found.get(), caller)) {
      throw refusal(
          caller,
          found.get().id(),
          "not-allowed",
          "Digest " + number + " belongs to another channel; change it there.");
    }
    return found.get();
  }

  /** Those the caller may see: of a place only its own, unless they manage the whole space. */
  List<Subscription> all(Whose whose, Caller caller) {
    return subscriptions.in(scope(whose, caller)).stream()
        .filter(s -> whose == Whose.MINE || caller.manages() == Manages.SPACE || isHere(s, caller))
        .toList();
  }

  private static boolean isHere(Subscription subscription, Caller caller) {
    return Objects.equals(subscription.to().place(), caller.here().place());
  }

  private String none(Whose whose, int number, Caller caller) {
    String what = whose == Whose.MINE ? "subscription" : "digest";
    String make = whose == Whose.MINE ? "subscribe" : "digest create";
    String numbers =
        all(whose, caller).stream()
            .map(s -> Integer.toString(s.number()))
            .collect(Collectors.joining(", "));
    return numbers.isEmpty()
        ? "There is no "
            + what
            + " "
            + number
            + "; there is none at all yet. `"
            + make
            + "` makes one."
        : "There is no " + what + " " + number + "; there is " + numbers + ".";
  }

  /** Notes that something was refused, and says why. */
  Refusal refusal(Caller caller, String subject, String code, String why) {
    subscriptions.refused(new Change(clock.instant(), caller.key(), "refused", subject, why));
    return new Refusal(Replies.refused(code, why));
  }
}
