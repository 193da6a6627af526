package dev.paperboy.command;

import dev.paperboy.chat.Action;
import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Command.Asked;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Command.Whose;
import dev.paperboy.chat.Command.Wish;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.Span;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes, lists, changes, stops and shares subscriptions and digests. */
final class SubscriptionWords {
  private static final LocalTime USUAL_TIME = LocalTime.of(9, 0);
  private static final int USUAL_CAP = 5;

  private final Subscriptions subscriptions;
  private final Outbox outbox;
  private final People people;
  private final Standing standing;
  private final DigestEditor editor;
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
    this.outbox = outbox;
    this.people = people;
    this.standing = standing;
    this.editor = editor;
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
    return echo(
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

  /** What it says now, what that means, when it comes, and what it would have sent. */
  private Message echo(String done, Subscription s, Wish wish, String more) {
    String word = word(s);
    List<String> lines = new ArrayList<>();
    lines.add(capital(SubscriptionTexts.reading(s.query())) + ".");
    lines.add(
        SubscriptionTexts.schedule(s.schedule())
            + " · "
            + SubscriptionTexts.rest(s)
            + " · "
            + SubscriptionTexts.next(s));
    DigestEditor.BackTest test =
        editor.backTest(SubscriptionTexts.query(s.query()), s.schedule(), s.cap());
    lines.add(
        "In the last 7 days it would have sent "
            + Ages.count(test.papers(), "paper")
            + (test.digests() == 0 ? "" : " in " + Ages.count(test.digests(), "digest"))
            + ".");
    Asked filter = wish.filter();
    if (filter != null) {
      lines.addAll(filter.notes());
    }
    if (!more.isEmpty()) {
      lines.add(more);
    }
    Map<String, Object> fields = new LinkedHashMap<>(SubscriptionTexts.fields(s, null));
    fields.put("backTest", Map.of("digests", test.digests(), "papers", test.papers()));
    return message(
        done + ": number " + s.number(),
        lines,
        List.of(
            new Action("Preview", word + "preview " + s.number()),
            new Action("Pause", word + "pause " + s.number()),
            new Action("All", s.scope().startsWith("person:") ? "subscriptions" : "digest list")),
        fields);
  }

  Message list(Command.Subscriptions command, Caller caller) {
    List<Subscription> all = standing.all(command.whose(), caller);
    boolean mine = command.whose() == Whose.MINE;
    if (all.isEmpty()) {
      return Replies.words(
          mine ? "Your subscriptions" : "Digests",
          mine
              ? "None yet. `subscribe agents` sends what is new about agents, weekdays at 09:00."
              : "None yet. `digest create agents` sends what is new about agents here, weekdays at"
                  + " 09:00.",
          Map.of("subscriptions", List.of()));
    }
    List<Block> blocks = new ArrayList<>();
    List<Map<String, Object>> fields = new ArrayList<>();
    List<String> text = new ArrayList<>();
    blocks.add(new Block.Heading(mine ? "Your subscriptions" : "Digests"));
    for (Subscription s : all) {
      String last =
          outbox.history(s.id(), 1).stream().map(DeliveryTexts::line).findFirst().orElse(null);
      String facts =
          SubscriptionTexts.schedule(s.schedule())
              + " · "
              + SubscriptionTexts.rest(s)
              + (mine ? "" : " · in " + s.to().place());
      String state = SubscriptionTexts.next(s) + (last == null ? "" : " · last: " + last);
      String query = s.query().isEmpty() ? "all papers" : s.query();
      blocks.add(
          new Block.Text(List.of(new Span.Strong(s.number() + "  "), new Span.Plain(query))));
      blocks.add(Block.FinePrint.of(facts));
      blocks.add(Block.FinePrint.of(state));
      blocks.add(new Block.Actions(ways(s)));
      fields.add(SubscriptionTexts.fields(s, last));
      text.add(s.number() + ". " + query + "; " + facts + "; " + state);
    }
    return new Message(
        Status.ANSWERED,
        blocks,
        new Content.Words(String.join("\n", text), Map.of("subscriptions", fields)));
  }

  private static List<Action> ways(Subscription s) {
    String word = word(s);
    return List.of(
        s.state() == State.ACTIVE
            ? new Action("Pause", word + "pause " + s.number())
            : new Action("Resume", word + "resume " + s.number()),
        new Action("Preview", word + "preview " + s.number()),
        new Action("Share", word + "share " + s.number()),
        new Action("Delete", (word.isEmpty() ? "unsubscribe " : "digest delete ") + s.number()));
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
    return echo("Changed", subscriptions.byId(s.id()).orElse(changed), wish, "");
  }

  Message unsubscribe(Command.Unsubscribe command, Caller caller) {
    List<Subscription> gone = chosen(command.whose(), command.number(), caller);
    for (Subscription s : gone) {
      boolean unused =
          subscriptions.remove(
              s.id(), new Change(clock.instant(), caller.key(), "unsubscribe", s.id(), s.query()));
    }
    return done("Ended", gone, " Nothing more comes of it.");
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
    return done(
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
    return done("Resumed", resumed, resumed.size() == 1 ? " " + next(resumed.get(0)) : "");
  }

  private static String next(Subscription s) {
    return capital(SubscriptionTexts.next(s)) + " " + s.schedule().zone().getId() + ".";
  }

  Message share(Command.Share command, Caller caller) {
    Subscription s = standing.one(command.whose(), command.number(), caller);
    String code = SubscriptionTexts.code(s).text();
    return new Message(
        Status.ANSWERED,
        List.of(
            new Block.Heading("Share number " + s.number()),
            Block.Text.of("For oneself, anywhere Paperboy is:"),
            new Block.Text(List.of(new Span.Code("subscribe " + code))),
            Block.Text.of("For a channel, said in it by somebody who manages it:"),
            new Block.Text(List.of(new Span.Code("digest create " + code))),
            Block.FinePrint.of(
                "The code holds the filter, the schedule and its look, and nothing of you.")),
        new Content.Words(
            code,
            Map.of(
                "code",
                code,
                "subscribe",
                "subscribe " + code,
                "digest",
                "digest create " + code)));
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

  private static Message done(String what, List<Subscription> which, String more) {
    List<Integer> numbers = which.stream().map(Subscription::number).toList();
    String text =
        what
            + ": number "
            + String.join(", ", numbers.stream().map(String::valueOf).toList())
            + "."
            + more;
    return new Message(
        Status.ANSWERED,
        List.of(Block.Text.of(text)),
        new Content.Words(text, Map.of("numbers", numbers)));
  }

  private static Message message(
      String heading, List<String> lines, List<Action> ways, Map<String, Object> fields) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(heading));
    lines.forEach(line -> blocks.add(Block.Text.of(line)));
    blocks.add(new Block.Actions(ways));
    return new Message(
        Status.ANSWERED,
        blocks,
        new Content.Words(heading + "\n" + String.join("\n", lines), fields));
  }

  private static String word(Subscription s) {
    return s.scope().startsWith("person:") ? "" : "digest ";
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
