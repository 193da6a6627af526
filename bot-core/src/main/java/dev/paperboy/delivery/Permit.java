package dev.paperboy.delivery;

/**
 * Leave to send one message. It ends before the lease of its claim does, by at least the time that
 * a call may take, and it ends for good: a process that was stopped meanwhile has lost it.
 */
@FunctionalInterface
public interface Permit {
  /** For what no claim stands behind. */
  Permit ALWAYS = () -> true;

  /**
   * Whether the message may leave now. A courier asks as the last act before the bytes without
   * which the platform does not take the request, so after it has waited, connected and written all
   * the rest. Never blocks.
   */
  boolean holds();
}
