package dev.paperboy.delivery;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.delivery.Agenda.Plan;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.Subscriptions.Draft;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** People who subscribe for nine o'clock in Berlin. */
final class Daily {
  static final Instant CREATED = Instant.parse("2026-08-11T12:00:00Z");

  /** When the first digest is due. */
  static final Instant DUE = Instant.parse("2026-08-12T07:00:00Z");

  /** How long after that it is still sent. */
  static final Duration LATE = Duration.ofHours(12);

  static final Schedule SCHEDULE =
      new Schedule(Cadence.DAILY, null, LocalTime.of(9, 0), ZoneId.of("Europe/Berlin"));

  private Daily() {}

  static Subscription subscribe(Subscriptions subscriptions, String person) {
    return subscriptions
        .add(
            new Draft(
                Subscription.personal("chat:w1:" + person),
                Address.direct("chat", "w1", person),
                "chat:w1:" + person,
                "agents",
                SCHEDULE,
                5,
                Layout.CARDS,
                Quiet.SAY),
            25,
            CREATED)
        .orElseThrow();
  }

  /** Plans what is due; how many deliveries that were. */
  static int plan(Agenda agenda, Instant now) {
    List<Plan> plans =
        agenda.due(now, 100).stream()
            .map(due -> {
              Instant at = Objects.requireNonNull(due.nextAt());
              return new Plan(
                  due, List.of(SCHEDULE.after(at.minusMillis(1))), LATE, SCHEDULE.after(now));
            })
            .toList();
    return agenda.keep(plans, now);
  }
}
