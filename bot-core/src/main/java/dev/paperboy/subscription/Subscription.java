package dev.paperboy.subscription;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.when.Occasion;
import dev.paperboy.when.Schedule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who gets what, where and when.
 *
 * @param id opaque, unique
 * @param scope whose numbers it is counted in: {@link #personal} or {@link #shared}
 * @param number what its people call it, 1-based, unique within the scope and never used again
 *     there
 * @param owner {@code Caller.key()} of who made it
 * @param query canonical text of the filter; empty for everything
 * @param cap how many papers at most, 1 to 20
 * @param pausedUntil when a pause ends by itself; null where it does not
 * @param suspendedWhy what the platform said; null where it is not suspended
 * @param nextAt when it is next due; null while it is not active
 * @param composedAt when its last digest was composed; null before the first
 * @param version counts changes, so that two at once are noticed
 */
public record Subscription(
    String id,
    String scope,
    int number,
    Address to,
    String owner,
    String query,
    Schedule schedule,
    int cap,
    Layout layout,
    Quiet quiet,
    State state,
    @Nullable Instant pausedUntil,
    @Nullable String suspendedWhy,
    @Nullable Instant nextAt,
    @Nullable Occasion nextOccasion,
    @Nullable Instant composedAt,
    Instant createdAt,
    long version) {
  /** What happens on a day without papers. */
  public enum Quiet {
    SAY,
    SILENT
  }

  /** Whether digests are sent. */
  public enum State {
    ACTIVE,
    PAUSED,
    /** Stopped by a permanent failure; resumes by itself when access is back. */
    SUSPENDED
  }

  /** The same one, active and due from a moment on: as after a pause or a suspension. */
  public Subscription activeAfter(Instant moment) {
    Schedule.Due due = schedule.after(moment);
    return new Subscription(
        id,
        scope,
        number,
        to,
        owner,
        query,
        schedule,
        cap,
        layout,
        quiet,
        State.ACTIVE,
        null,
        null,
        due.at(),
        due.occasion(),
        composedAt,
        createdAt,
        version);
  }

  /** The scope of one person's own subscriptions. */
  public static String personal(String personKey) {
    return "person:" + personKey;
  }

  /** The scope of the digests of the channels of one server or workspace. */
  public static String shared(String platform, String space) {
    return "space:" + platform + ":" + space;
  }
}
