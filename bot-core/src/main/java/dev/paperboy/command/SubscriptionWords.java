package dev.paperboy.command;

import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Command.Whose;
import dev.paperboy.chat.Command.Wish;
import dev.paperboy.chat.Message;
import dev.paperboy.delivery.Outbox;
import dev.paperboy.digest.DigestEditor;
import dev.paperboy.people.People;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.subscription.Subscription.State;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.Subscriptions.Change;
import dev.paperboy.subscription.Subscriptions.Draft;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Schedule;
import dev.paperboy.when.Schedule.Due;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes, lists, changes, stops and shares subscriptions and digests. */
final class SubscriptionWords {
  private static final LocalTime USUAL_TIME = LocalTime.of(9, 0);
  private static final int USUAL_CAP = 5;

  private final Subscriptions subscriptions;
  private final People people;
  private final Standing standing;
  private final SubscriptionAnswers answers;
  private final Limits limits;
  private final InstantSource clock;

  SubscriptionWords(
      Subscriptions subscriptions,
      Outbox outbox,
      People people,
      Standing standing,
      DigestEditor editor,
      Limits limits,
      InstantSource clock) {
    this.subscriptions = subscriptions;
    this.people = people;
    this.standing = standing;
    answers = new SubscriptionAnswers(outbox, editor);
    this.limits = limits;
    this.clock = clock;
  }

  Message subscribe(Command.Subscribe command, Caller caller) {
    Wish wish = command.wish();
    Whose whose = command.whose();
    People.Person person = people.find(caller.key());
    Instant now = clock.instant();
    Cadence cadence = wish.cadence() == null ? Cadence.WEEKDAYS : wish.cadence();
    Schedule schedule =
        new Schedule(
            cadence,
            wish.day(),
            wish.time() != null
                ? wish.time()
                : cadence == Cadence.HOURLY ? LocalTime.MIDNIGHT : USUAL_TIME,
            wish.zone() != null ? wish.zone() : zone(person, caller));
    int most = whose == Whose.MINE ? limits.perPerson() : limits.perSpace();
    Optional<Subscription> added =
        subscriptions.add(
            new Draft(
                Standing.scope(whose, caller),
                Standing.destination(whose, wish.spot(), caller),
                caller.key(),
                SubscriptionTexts.canonical(wish.filter()),
                schedule,
                wish.max() == null ? USUAL_CAP : wish.max(),
                layout(wish, person),
                quiet(wish.quiet(), Quiet.SAY)),
            most,
            now);
    if (added.isEmpty()) {
      throw standing.refusal(
          caller,
          whose == Whose.MINE ? "subscribe" : "digest create",
          "limit",
          (whose == Whose.MINE
                  ? "You have " + most + " subscriptions, which is as many as one person may have."
                  : "There are " + most + " digests here, which is as many as one place may have.")
              + " End one first.");
    }
    String unknownZone =
        wish.zone() == null && person.zone() == null && caller.zone() == null
            ? "Your time zone is not known, so UTC is taken; `settings zone Europe/Berlin` sets it"
                + " for new ones, `edit "
                + added.get().number()
                + " Europe/Berlin` for this one."
            : "";
    return answers.echo(
        whose == Whose.MINE ? "Subscribed" : "Digest created", added.get(), wish, unknownZone);
  }

  private static ZoneId zone(People.Person person, Caller caller) {
    ZoneId own = person.zone() != null ? person.zone() : caller.zone();
    return own == null ? ZoneOffset.UTC : own;
  }

  private static Layout layout(Wish wish, People.Person person) {
    Layout own = wish.layout() != null ? wish.layout() : person.layout();
    return own == null ? Layout.CARDS : own;
  }

  private static Quiet quiet(Command.@Nullable Quiet said, Quiet otherwise) {
    return said == null ? otherwise : Quiet.valueOf(said.name());
  }

  Message list(Command.Subscriptions command, Caller caller) {
    return answers.list(standing.all(command.whose(), caller), command.whose() == Whose.MINE);
  }

  Message edit(Command.Edit command, Caller caller) {
    Subscription s = standing.one(command.whose(), command.number(), caller);
    Wish wish = command.wish();
    Schedule old = s.schedule();
    Cadence cadence = wish.cadence() == null ? old.cadence() : wish.cadence();
    DayOfWeek day = wish.cadence() == null ? old.day() : wish.day();
    LocalTime time = wish.time() != null ? wish.time() : old.time();
    if (old.cadence() == Cadence.HOURLY && cadence != Cadence.HOURLY && wish.time() == null) {
      time = USUAL_TIME;
    }
    Schedule schedule =
        new Schedule(cadence, day, time, wish.zone() != null ? wish.zone() : old.zone());
    Subscription changed =
        new Subscription(
            s.id(),
            s.scope(),
            s.number(),
            s.to(),
            s.owner(),
            wish.filter() == null ? s.query() : SubscriptionTexts.canonical(wish.filter()),
            schedule,
            wish.max() == null ? s.cap() : wish.max(),
            wish.layout() == null ? s.layout() : wish.layout(),
            quiet(wish.quiet(), s.quiet()),
            s.state(),
            s.pausedUntil(),
            s.suspendedWhy(),
            s.nextAt(),
            s.nextOccasion(),
            s.composedAt(),
            s.createdAt(),
            s.version());
    if (s.state() == State.ACTIVE && !schedule.equals(old)) {
      changed = in(changed, State.ACTIVE, null, null, clock.instant());
    }
    keep(changed, caller, "edit", schedule + " " + changed.query());
    return answers.echo("Changed", subscriptions.byId(s.id()).orElse(changed), wish, "");
  }

  Message unsubscribe(Command.Unsubscribe command, Caller caller) {
    List<Subscription> gone = chosen(command.whose(), command.number(), caller);
    for (Subscription s : gone) {
      boolean unused =
          subscriptions.remove(
              s.id(), new Change(clock.instant(), caller.key(), "unsubscribe", s.id(), s.query()));
    }
    return SubscriptionAnswers.done("Ended", gone, " Nothing more comes of it.");
  }

  Message pause(Command.Pause command, Caller caller) {
    LocalDate until = command.until();
    List<Subscription> paused = new ArrayList<>();
    for (Subscription s : chosen(command.whose(), command.number(), caller)) {
      Instant end = until == null ? null : until.atStartOfDay(s.schedule().zone()).toInstant();
      if (end != null && !end.isAfter(clock.instant())) {
        throw standing.refusal(
            caller,
            s.id(),
            "bad-date",
            until
                + " has begun already in "
                + s.schedule().zone()
                + "; a pause ends on a date to come.");
      }
      keep(in(s, State.PAUSED, end, null, clock.instant()), caller, "pause", "until " + until);
      paused.add(s);
    }
    return SubscriptionAnswers.done(
        until == null ? "Paused" : "Paused until " + Ages.day(until),
        paused,
        " What it misses comes in one digest afterwards.");
  }

  Message resume(Command.Resume command, Caller caller) {
    List<Subscription> resumed = new ArrayList<>();
    for (Subscription s : chosen(command.whose(), command.number(), caller)) {
      if (s.state() != State.ACTIVE) {
        keep(in(s, State.ACTIVE, null, null, clock.instant()), caller, "resume", "");
      }
      resumed.add(subscriptions.byId(s.id()).orElse(s));
    }
    return SubscriptionAnswers.done(
        "Resumed",
        resumed,
        resumed.size() == 1 ? " " + SubscriptionAnswers.next(resumed.get(0)) : "");
  }

  Message share(Command.Share command, Caller caller) {
    return SubscriptionAnswers.shared(standing.one(command.whose(), command.number(), caller));
  }

  /** A person who speaks can be reached: what was suspended goes on, and that is said once. */
  Optional<String> wake(Caller caller) {
    List<String> woken = new ArrayList<>();
    for (Subscription s : subscriptions.in(Subscription.personal(caller.key()))) {
      if (s.state() == State.SUSPENDED) {
        keep(in(s, State.ACTIVE, null, null, clock.instant()), caller, "resume", "they spoke");
        woken.add(s.number() + " (" + s.suspendedWhy() + ")");
      }
    }
    return woken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Could not be delivered meanwhile, and goes on from now: subscription "
                + String.join(", ", woken)
                + ".");
  }

  private List<Subscription> chosen(Whose whose, @Nullable Integer number, Caller caller) {
    if (number != null) {
      return List.of(standing.one(whose, number, caller));
    }
    List<Subscription> all = standing.all(whose, caller);
    if (all.isEmpty()) {
      throw standing.refusal(caller, "all", "not-found", "There is no subscription yet.");
    }
    return all;
  }

  private void keep(Subscription changed, Caller caller, String action, String detail) {
    if (!subscriptions.change(
        changed, new Change(clock.instant(), caller.key(), action, changed.id(), detail))) {
      throw standing.refusal(
          caller,
          changed.id(),
          "changed",
          "Somebody else changed it at this moment; nothing was done. Look again.");
    }
  }

  private static Subscription in(
      Subscription s, State state, @Nullable Instant until, @Nullable String why, Instant now) {
    Due due = state == State.ACTIVE ? s.schedule().after(now) : null;
    return new Subscription(
        s.id(),
        s.scope(),
        s.number(),
        s.to(),
        s.owner(),
        s.query(),
        s.schedule(),
        s.cap(),
        s.layout(),
        s.quiet(),
        state,
        until,
        why,
        due == null ? null : due.at(),
        due == null ? null : due.occasion(),
        s.composedAt(),
        s.createdAt(),
        s.version());
  }
}
