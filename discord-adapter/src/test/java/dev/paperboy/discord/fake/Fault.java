package dev.paperboy.discord.fake;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * A way to go wrong, for the next request that it fits.
 *
 * @param fits which requests
 * @param done whether Discord does what was asked all the same
 * @param status of the answer; 0 where the line is cut instead of an answer
 * @param code Discord's number for what was wrong
 * @param after how long to wait; zero where the answer says nothing of it
 * @param global whether the whole app has to wait, not only this kind of request
 */
public record Fault(
    Predicate<Asked> fits, boolean done, int status, int code, Duration after, boolean global) {
  /** A request before it is answered, such as {@code POST /channels/1/messages}. */
  public record Asked(String method, String path) {}

  /** Requests that post a message into a channel. */
  public static final Predicate<Asked> POSTS =
      asked -> asked.method().equals("POST") && asked.path().matches("/channels/\\d+/messages");

  /** Requests that open a person's direct messages. */
  public static final Predicate<Asked> OPENS =
      asked -> asked.method().equals("POST") && asked.path().equals("/users/@me/channels");

  /** An answer of this status and number, nothing done. */
  public static Fault error(Predicate<Asked> fits, int status, int code) {
    return new Fault(fits, false, status, code, Duration.ZERO, false);
  }

  /** A page of the server in front, nothing done. */
  public static Fault badGateway(Predicate<Asked> fits) {
    return error(fits, 502, 0);
  }

  /** 429 of this kind of request. */
  public static Fault limited(Predicate<Asked> fits, Duration after) {
    return new Fault(fits, false, 429, 0, after, false);
  }

  /** 429 of the whole app. */
  public static Fault limitedEverywhere(Predicate<Asked> fits, Duration after) {
    return new Fault(fits, false, 429, 0, after, true);
  }

  /** Done, and the answer lost. */
  public static Fault acceptedThenCut(Predicate<Asked> fits) {
    return new Fault(fits, true, 0, 0, Duration.ZERO, false);
  }

  /** Done, and an error of the server in front instead of the answer. */
  public static Fault acceptedThenBadGateway(Predicate<Asked> fits) {
    return new Fault(fits, true, 502, 0, Duration.ZERO, false);
  }

  /** Not done, and no answer. */
  public static Fault cut(Predicate<Asked> fits) {
    return new Fault(fits, false, 0, 0, Duration.ZERO, false);
  }

  /** The same, in one channel only. */
  public Fault in(Channel channel) {
    return new Fault(
        asked -> fits.test(asked) && asked.path().contains("/" + channel.id()),
        done,
        status,
        code,
        after,
        global);
  }
}
