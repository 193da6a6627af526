package dev.paperboy.delivery;

import dev.paperboy.subscription.Subscription;
import dev.paperboy.when.Schedule.Due;
import java.time.Instant;
import java.util.List;

/** The store's side of planning: what is due becomes deliveries. Throws {@code StoreFailure}. */
public interface Agenda {
  /**
   * One due subscription, planned.
   *
   * @param subscription as it was read; where its next moment was changed meanwhile, nothing is
   *     planned
   * @param occasions what to keep of it, oldest first: all but the last are only noted as skipped
   * @param skipped why the last one is too late as well; empty where it is to be sent
   * @param next when it is due again
   */
  record Plan(Subscription subscription, List<Due> occasions, String skipped, Due next) {
    public Plan {
      occasions = List.copyOf(occasions);
    }
  }

  /** Active subscriptions that are due, longest due first. */
  List<Subscription> due(Instant now, int most);

  /** Keeps the plans in one transaction. Returns how many deliveries were added. */
  int keep(List<Plan> plans, Instant now);
}
