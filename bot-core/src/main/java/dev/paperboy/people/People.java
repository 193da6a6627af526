package dev.paperboy.people;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.paper.PaperId;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscriptions.Change;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store of what belongs to people. A person is named by {@code Caller.key()}, their direct
 * messages by {@code Caller.direct()}. Throws {@code StoreFailure}.
 */
public interface People {
  /** Stands for a person who asked to be forgotten, wherever a name has to stand. */
  String FORGOTTEN = "forgotten";

  /**
   * What a person has set.
   *
   * @param zone null where it is the platform's to say
   * @param layout null where it is the usual one
   * @param welcomedAt null where that is still to be done
   */
  record Person(
      String key, @Nullable ZoneId zone, @Nullable Layout layout, @Nullable Instant welcomedAt) {}

  /**
   * A paper in their direct messages, or kept from them.
   *
   * @param verdict a {@code digest.Decision.Verdict}
   */
  record Told(PaperId paper, String occasion, String verdict, String reason, Instant at) {}

  /**
   * A message on its way to their direct messages.
   *
   * @param state a {@code delivery.Outbox.State}
   */
  record Sent(String occasion, int part, String state, Instant plannedAt, @Nullable Instant at) {}

  /**
   * All that is kept of a person.
   *
   * @param subscriptions their own, and those of channels that they made
   * @param lastList the papers that #1, #2 … stand for
   * @param told latest first
   * @param sent latest first
   * @param changes what they did, latest first
   */
  record Everything(
      Person person,
      List<Subscription> subscriptions,
      List<PaperId> saved,
      List<PaperId> lastList,
      List<Told> told,
      List<Sent> sent,
      List<Change> changes) {
    public Everything {
      subscriptions = List.copyOf(subscriptions);
      saved = List.copyOf(saved);
      lastList = List.copyOf(lastList);
      told = List.copyOf(told);
      sent = List.copyOf(sent);
      changes = List.copyOf(changes);
    }
  }

  /**
   * What was removed, each as a count.
   *
   * @param kept digests of channels that they made: those stay, without their name
   * @param changes notes of what they did: those stay, without their name and their words
   */
  record Removed(
      int subscriptions,
      int deliveries,
      int decisions,
      int saved,
      boolean lastList,
      boolean settings,
      int kept,
      int changes) {}

  Person find(String person);

  /** Null takes back what was set. */
  void setZone(String person, @Nullable ZoneId zone);

  /** Null takes back what was set. */
  void setLayout(String person, @Nullable Layout layout);

  /** Whether this is the first welcome; true only once, whichever process asks. */
  boolean welcome(String person, Instant now);

  Everything everything(String person, Address direct);

  /**
   * Forgets a person in one transaction. What is on its way to them at this moment may still
   * arrive.
   */
  Removed forget(String person, Address direct, Instant now);
}
