package dev.paperboy.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The conversations with people, and how fast new ones are opened: Discord says no number, blocks
 * bots that open too many, and never a person who is in one already.
 */
final class DiscordOpenings {
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final int JITTER_MS = 250;
  private static final int MOST = 100_000;

  private final InstantSource clock;
  private final Map<String, String> channels = new LinkedHashMap<>();
  private final Map<String, Instant> turns = new LinkedHashMap<>();
  private Instant next = Instant.MIN;

  DiscordOpenings(InstantSource clock) {
    this.clock = clock;
  }

  /** The channel of the conversation with a person, where it is known. */
  synchronized Optional<String> with(String person) {
    return Optional.ofNullable(channels.get(person));
  }

  synchronized void opened(String person, String channel) {
    if (channels.size() >= MOST) {
      channels.remove(channels.keySet().iterator().next());
    }
    channels.put(person, channel);
    turns.remove(person);
  }

  synchronized void closed(String person) {
    channels.remove(person);
  }

  /** How long until this person's turn, which is kept for them; zero where it has come. */
  synchronized Duration turn(String person) {
    Instant now = clock.instant();
    turns.values().removeIf(turn -> turn.isBefore(now.minus(Duration.ofHours(1))));
    Instant turn =
        turns.computeIfAbsent(
            person,
            unused -> {
              Instant free = next.isBefore(now) ? now : next;
              next = free.plus(BETWEEN).plusMillis(ThreadLocalRandom.current().nextInt(JITTER_MS));
              return free;
            });
    return turn.isAfter(now) ? Duration.between(now, turn) : Duration.ZERO;
  }

  /** Opens nothing for so long. */
  synchronized void rest(Duration pause) {
    Instant end = clock.instant().plus(pause);
    next = next.isBefore(end) ? end : next;
    turns.clear();
  }
}
