package dev.paperboy.slack.fake;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * A way to go wrong, for the next call that it fits.
 *
 * @param fits which calls
 * @param done whether Slack does what was asked all the same
 * @param status of the answer; 0 where the line is cut instead of an answer
 * @param error Slack's word in the answer's body
 * @param after what the header Retry-After says; zero where it is not sent
 */
public record Fault(Predicate<Asked> fits, boolean done, int status, String error, Duration after) {
  /** A call before it is answered. */
  public record Asked(String method, String channel) {}

  /** An {@code ok:false} with this word. */
  public static Fault error(String method, String error) {
    return new Fault(asked -> asked.method().equals(method), false, 200, error, Duration.ZERO);
  }

  /** An answer of this status, nothing done. */
  public static Fault status(String method, int status) {
    return new Fault(
        asked -> asked.method().equals(method), false, status, "internal_error", Duration.ZERO);
  }

  /** 429. */
  public static Fault limited(String method, Duration after) {
    return new Fault(asked -> asked.method().equals(method), false, 429, "ratelimited", after);
  }

  /** Done, and the answer lost. */
  public static Fault acceptedThenCut(String method) {
    return new Fault(asked -> asked.method().equals(method), true, 0, "", Duration.ZERO);
  }

  /** Not done, and no answer. */
  public static Fault cut(String method) {
    return new Fault(asked -> asked.method().equals(method), false, 0, "", Duration.ZERO);
  }

  /** Done, and an answer of Slack's that says it was not. */
  public static Fault acceptedThenError(String method, String error) {
    return new Fault(asked -> asked.method().equals(method), true, 200, error, Duration.ZERO);
  }

  /** The same, in one channel only. */
  public Fault in(String channel) {
    return new Fault(
        asked -> fits.test(asked) && asked.channel().equals(channel), done, status, error, after);
  }
}
