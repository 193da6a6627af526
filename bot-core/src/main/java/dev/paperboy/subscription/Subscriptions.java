package dev.paperboy.subscription;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.when.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The store of subscriptions, and of who changed what. Each change and its audit row are one
 * transaction. Throws {@code StoreFailure}.
 */
public interface Subscriptions {
  /** What a new subscription is made of. */
  record Draft(
      String scope,
      Address to,
      String owner,
      String query,
      Schedule schedule,
      int cap,
      Layout layout,
      Quiet quiet) {}

  /**
   * One change, kept for good.
   *
   * @param actor {@code Caller.key()}, or "paperboy"
   * @param action such as subscribe, edit, pause, suspend, refused
   * @param subject the subscription's id, or what was refused
   */
  record Change(Instant at, String actor, String action, String subject, String detail) {}

  /**
   * Adds a subscription, first due as its schedule says.
   *
   * @param most how many its scope may hold
   * @return empty where it holds that many already; nothing is added then but an audit row
   */
  Optional<Subscription> add(Draft draft, int most, Instant now);

  Optional<Subscription> byId(String id);

  Optional<Subscription> find(String scope, int number);

  /** By number. */
  List<Subscription> in(String scope);

  /** All that go to one destination, by {@code Address.key()}. */
  List<Subscription> to(String destination);

  /** All that a person made, wherever they go. */
  List<Subscription> ownedBy(String person);

  /**
   * Keeps a changed subscription in place of the one of its id and version. When it was last
   * composed is left as it is kept: that is the outbox's to say.
   *
   * @return false where it is gone or was changed by somebody else meanwhile
   */
  boolean change(Subscription changed, Change why);

  /** Removes it with its deliveries; what it sent stays in the ledger. False where it was gone. */
  boolean remove(String id, Change why);

  /** Keeps that something was refused. */
  void refused(Change why);

  /** Latest first. */
  List<Change> changesOf(String subject, int most);

  /** Latest first: all that a person did or tried. */
  List<Change> changesBy(String actor, int most);
}
