package dev.paperboy.digest;

import dev.paperboy.subscription.Subscription;
import dev.paperboy.when.Occasion;

/** Chooses and words what a delivery carries. */
public interface Composer {
  /**
   * Composes the digest of an occasion. Changes nothing: what it decided is kept with the message.
   *
   * @param repost whether papers shown before count as not shown: only where a manual run says so
   */
  Composition compose(Subscription subscription, Occasion occasion, boolean repost);
}
