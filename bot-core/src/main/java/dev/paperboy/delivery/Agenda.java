package dev.paperboy.delivery;

import dev.paperboy.subscription.Subscription;
import dev.paperboy.when.Schedule.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The store's side of planning: what is due becomes deliveries. Throws {@code StoreFailure}. */
public interface Agenda {
  /**
   * One due subscription, planned.
   *
   * @param subscription as it was read; where its next moment was changed meanwhile, nothing is
   *     planned
   * @param occasions what to keep of it, oldest first: all but the last are only noted as skipped
   * @param lateAfter how long after its moment the last one is still sent
   * @param next when it is due again
   */
  record Plan(Subscription subscription, List<Due> occasions, Duration lateAfter, Due next) {
    public Plan {
      occasions = List.copyOf(occasions);
    }
  }

  /** Active subscriptions that are due, longest due first. */
  List<Subscription> due(Instant now, int most);

  /**
   * Keeps the plans in one transaction: what is due moves on, and its occasions become deliveries,
   * those that exist already left as they are. Returns how many deliveries were added.
   */
  int keep(List<Plan> plans, Instant now);

  /** Paused subscriptions whose pause is over. */
  List<Subscription> pausesOver(Instant now, int most);

  /**
   * Active subscriptions in the order of their ids.
   *
   * @param afterId goes on after this one; empty to begin
   */
  List<Subscription> scheduled(String afterId, int most);

  /**
   * Suspended subscriptions of channels and threads, longest suspended first.
   *
   * @param scopes what the couriers of this process take, as {@link Courier#holds()} says it
   */
  List<Subscription> suspendedPlaces(Collection<String> scopes, int most);
}
