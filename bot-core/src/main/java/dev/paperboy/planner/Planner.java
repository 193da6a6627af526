package dev.paperboy.planner;

import dev.paperboy.delivery.Agenda;
import dev.paperboy.delivery.Agenda.Plan;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.Subscriptions.Change;
import dev.paperboy.when.Schedule;
import dev.paperboy.when.Schedule.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * Plans whatever is due. Call {@link #sweep} some times a minute; several processes may do so over
 * one store, since a subscription moves on only from the moment that was read.
 */
public final class Planner {
  /** How many subscriptions one transaction plans. */
  public static final int AT_ONCE = 500;

  /** How many missed occasions of one subscription are noted after a downtime. */
  public static final int NOTED = 31;

  private static final String ACTOR = "paperboy";

  private final Agenda agenda;
  private final Subscriptions subscriptions;
  private final InstantSource clock;

  public Planner(Agenda agenda, Subscriptions subscriptions, InstantSource clock) {
    this.agenda = agenda;
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  /** How long after its moment a digest is still sent. */
  public static Duration lateAfter(Schedule schedule) {
    return switch (schedule.cadence()) {
      case HOURLY -> Duration.ofHours(1);
      case DAILY, WEEKDAYS -> Duration.ofHours(12);
      case WEEKLY -> Duration.ofDays(3);
    };
  }

  /** Ends the pauses that are over and plans all that is due. Returns how many deliveries came. */
  public int sweep() {
    Instant now = clock.instant();
    endPauses(now);
    int added = 0;
    while (true) {
      List<Subscription> due = agenda.due(now, AT_ONCE);
      if (due.isEmpty()) {
        return added;
      }
      added += agenda.keep(due.stream().map(subscription -> plan(subscription, now)).toList(), now);
      if (due.size() < AT_ONCE) {
        return added;
      }
    }
  }

  /**
   * Gives each subscription its moment anew, where the rules of its zone have changed since it was
   * set. Call it when a process starts.
   */
  public void reschedule() {
    Instant now = clock.instant();
    String after = "";
    while (true) {
      List<Subscription> page = agenda.scheduled(after, AT_ONCE);
      for (Subscription subscription : page) {
        Instant was = subscription.nextAt();
        Due next = subscription.schedule().after(now);
        boolean isAhead = was != null && was.isAfter(now);
        boolean isMoved =
            !next.at().equals(was) || !next.occasion().equals(subscription.nextOccasion());
        // a date whose digest went out already stays as it is: its occasion is unique
        if (isAhead && isMoved) {
          String detail = "next at " + next.at() + " instead of " + was;
          boolean unused =
              subscriptions.change(
                  subscription.activeAfter(now),
                  new Change(now, ACTOR, "reschedule", subscription.id(), detail));
        }
      }
      if (page.size() < AT_ONCE) {
        return;
      }
      after = page.getLast().id();
    }
  }

  private static Plan plan(Subscription subscription, Instant now) {
    Schedule schedule = subscription.schedule();
    Instant at = Objects.requireNonNull(subscription.nextAt());
    Deque<Due> occasions = new ArrayDeque<>();
    Due next = new Due(at, Objects.requireNonNull(subscription.nextOccasion()));
    while (!next.at().isAfter(now)) {
      occasions.addLast(next);
      if (occasions.size() > NOTED) {
        occasions.removeFirst();
      }
      next = schedule.after(next.at());
    }
    return new Plan(subscription, new ArrayList<>(occasions), lateAfter(schedule), next);
  }

  private void endPauses(Instant now) {
    for (Subscription paused : agenda.pausesOver(now, AT_ONCE)) {
      Instant until = Objects.requireNonNull(paused.pausedUntil());
      boolean unused =
          subscriptions.change(
              paused.activeAfter(until.minusMillis(1)),
              new Change(now, ACTOR, "resume", paused.id(), "its pause was until " + until));
    }
  }
}
