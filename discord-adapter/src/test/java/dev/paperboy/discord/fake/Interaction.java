package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Something that a person did with the app, and what came of it. */
public final class Interaction {
  /** What was done. */
  enum Kind {
    COMMAND(2, (1 << 4) | (1 << 5) | (1 << 9)),
    COMPONENT(3, (1 << 4) | (1 << 5) | (1 << 6) | (1 << 7) | (1 << 9)),
    AUTOCOMPLETE(4, (1 << 8)),
    SUBMISSION(5, (1 << 4) | (1 << 5) | (1 << 6) | (1 << 7));

    final int number;

    /** A bit for each type of answer. */
    private final int answers;

    Kind(int number, int answers) {
      this.number = number;
      this.answers = answers;
    }

    boolean mayBeAnsweredBy(int type) {
      return (answers & (1 << type)) != 0;
    }
  }

  private static final Duration FIRST = Duration.ofSeconds(3);
  private static final Duration LIFE = Duration.ofMinutes(15);

  final String id;
  final String token;
  final Kind kind;
  final Channel channel;
  final Person person;
  final ObjectNode owners;
  final @Nullable Stored pressed;
  final List<Stored> messages = new ArrayList<>();
  int firstAnswer;
  int followUps;
  boolean over;
  @Nullable Stored original;

  /** What opened the dialog that this sends. */
  @Nullable Interaction opener;

  @Nullable JsonNode modal;
  @Nullable JsonNode choices;

  private final World world;
  private final Instant born;
  private long began;
  private long took;

  Interaction(
      World world,
      Kind kind,
      Channel channel,
      Person person,
      ObjectNode owners,
      @Nullable Stored pressed) {
    this.world = world;
    this.kind = kind;
    this.channel = channel;
    this.person = person;
    this.owners = owners;
    this.pressed = pressed;
    // JDA goes by the age that the id tells, on the machine's own clock
    this.id = Long.toString(world.id(world.machine.instant()));
    this.token = "token-of-" + id;
    this.born = world.clock.instant();
    this.began = world.pulse.now();
  }

  boolean isLate() {
    return world.pulse.now() - began > FIRST.toNanos();
  }

  boolean isOver(Instant now) {
    return over || born.plus(LIFE).isBefore(now);
  }

  void answered(int type) {
    firstAnswer = type;
    took = world.pulse.now() - began;
  }

  /** How long the first answer took, in time that the machine gave its programs. */
  public Duration firstAnswer() {
    return world.await(
        "the first answer",
        FakeDiscord.PATIENCE,
        () -> firstAnswer == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(took)));
  }

  /** The answer once its words are there. */
  public Posted reply() {
    return reply(posted -> true);
  }

  /** The answer, or a message after it, that is so. */
  public Posted reply(Predicate<Posted> wanted) {
    return world.await(
        "an answer",
        FakeDiscord.PATIENCE,
        () -> {
          List<Stored> all = new ArrayList<>(messages);
          if (original != null && !all.contains(original)) {
            all.add(original);
          }
          return all.stream()
              .filter(stored -> !stored.loading())
              .map(Stored::seen)
              .filter(wanted)
              .findFirst();
        });
  }

  /** The dialog that was opened. */
  public Dialog dialog() {
    return world.await(
        "a dialog",
        FakeDiscord.PATIENCE,
        () -> Optional.ofNullable(modal).map(shown -> new Dialog(this, shown)));
  }

  /** What completes the words so far: names as they are shown, values as they are sent. */
  public List<Choice> choices() {
    JsonNode found =
        world.await("choices", FakeDiscord.PATIENCE, () -> Optional.ofNullable(choices));
    List<Choice> list = new ArrayList<>();
    found.forEach(
        choice -> list.add(new Choice(Json.text(choice, "name"), Json.text(choice, "value"))));
    return list;
  }

  /** So long passes before the first answer. */
  public void ages(Duration time) {
    synchronized (world) {
      began -= time.toNanos();
    }
  }

  /** Its fifteen minutes are over. */
  public void end() {
    synchronized (world) {
      over = true;
    }
  }
}
