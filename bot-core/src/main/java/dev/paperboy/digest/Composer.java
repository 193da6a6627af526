package dev.paperboy.digest;

import dev.paperboy.subscription.Subscription;
import dev.paperboy.when.Occasion;

/** Chooses and words what a delivery carries. */
public interface Composer {
  /**
   * Composes the digest of an occasion. Changes nothing: what it decided is kept with the message.
   *
   * @param order what whoever asked by hand wants; {@link Order#USUAL} for a schedule
   */
  Composition compose(Subscription subscription, Occasion occasion, Order order);
}
