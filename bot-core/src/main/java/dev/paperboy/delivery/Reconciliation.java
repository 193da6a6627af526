package dev.paperboy.delivery;

import java.time.Duration;

/** What a look at an open send found. */
public sealed interface Reconciliation {
  /** It is there. */
  record Found(String receipt) implements Reconciliation {}

  /** It is not there now. Counts only when seen twice, 30 seconds apart: platforms lag. */
  record Absent() implements Reconciliation {}

  /** The look itself failed; look again. */
  record LookLater(Duration after, String why) implements Reconciliation {}

  /**
   * There is no way to look.
   *
   * @param resend whether a second message is the lesser evil here; else an operator decides
   */
  record CannotLook(String why, boolean resend) implements Reconciliation {}
}
