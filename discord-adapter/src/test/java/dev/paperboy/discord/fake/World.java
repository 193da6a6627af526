package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that the fake knows. Every access holds its lock. */
final class World {
  static final String TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAwMQ.fake-discord.bot-token-never-in-a-log";

  /** Also the id of the bot's user, as for every app of today. */
  static final long APP = 1_000_000_000_000_000_001L;

  private static final long EPOCH = 1_420_070_400_000L;

  /** The first server falls to shard 0, whatever their number; the next to the next. */
  private static final long FIRST_GUILD = 27_720L * 10_000_000L;

  /** Who waits for what. */
  private record Wait<T>(Supplier<Optional<T>> wanted, CompletableFuture<T> found) {
    boolean look() {
      Optional<T> value = wanted.get();
      value.ifPresent(found::complete);
      return value.isPresent();
    }
  }

  final InstantSource clock;
  final InstantSource machine = InstantSource.system();
  final Pulse pulse = new Pulse();
  final Map<Long, Guild> guilds = new LinkedHashMap<>();
  final Map<Long, Channel> channels = new LinkedHashMap<>();
  final Map<Long, Person> people = new LinkedHashMap<>();
  final Map<String, Interaction> interactions = new LinkedHashMap<>();
  final List<Call> calls = new ArrayList<>();
  final List<String> problems = new ArrayList<>();
  final List<Fault> faults = new ArrayList<>();
  ArrayNode commands = Json.array();

  private final List<Wait<?>> waits = new ArrayList<>();
  private long number;

  World(InstantSource clock) {
    this.clock = clock;
  }

  synchronized long number() {
    return ++number;
  }

  /** An id that tells when it was given. */
  synchronized long id(Instant at) {
    return ((at.toEpochMilli() - EPOCH) << 22) | (number() & 0x3F_FFFF);
  }

  synchronized long id() {
    return id(clock.instant());
  }

  synchronized long guildId() {
    return (FIRST_GUILD + guilds.size()) << 22;
  }

  synchronized Channel channel(long id) {
    Channel channel = channels.get(id);
    if (channel == null || channel.deleted) {
      throw ApiError.unknown(10003, "Channel");
    }
    return channel;
  }

  /** The direct messages between a person and the bot. */
  synchronized Channel direct(Person person) {
    return channels.values().stream()
        .filter(channel -> channel.type == Channel.DIRECT && channel.people.contains(person))
        .findFirst()
        .orElseGet(() -> {
          Channel channel = new Channel(id(), Channel.DIRECT, person.name, null, null);
          channel.people.add(person);
          channels.put(channel.number, channel);
          return channel;
        });
  }

  synchronized Stored post(
      Channel channel, ObjectNode json, @Nullable Person onlyFor, @Nullable Interaction source) {
    Stored stored = new Stored(channel, json, onlyFor, source, clock.instant(), System.nanoTime());
    channel.messages.add(stored);
    changed();
    return stored;
  }

  synchronized void remember(Call call) {
    calls.add(call);
    changed();
  }

  synchronized void problem(String where, List<String> found) {
    found.forEach(problem -> problems.add(where + ": " + problem));
  }

  synchronized Optional<Fault> fault(Fault.Asked asked) {
    for (int i = 0; i < faults.size(); i++) {
      if (faults.get(i).fits().test(asked)) {
        return Optional.of(faults.remove(i));
      }
    }
    return Optional.empty();
  }

  /** The command of that name and kind as it was registered. */
  synchronized Optional<JsonNode> command(int type, String name) {
    for (JsonNode command : commands) {
      if (command.path("type").asInt() == type && Json.text(command, "name").equals(name)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  /** After something changed. */
  synchronized void changed() {
    waits.removeIf(Wait::look);
  }

  /** Waits until it is there, looking after each change. */
  <T> T await(String what, Duration atMost, Supplier<Optional<T>> wanted) {
    CompletableFuture<T> found = new CompletableFuture<>();
    synchronized (this) {
      Wait<T> wait = new Wait<>(wanted, found);
      if (!wait.look()) {
        waits.add(wait);
      }
    }
    long until = System.nanoTime() + atMost.toNanos();
    while (true) {
      try {
        return found.get(50, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // what the app keeps to itself changes without a word to Discord
        changed();
        if (System.nanoTime() > until && !found.isDone()) {
          throw new AssertionError(what + " did not come within " + atMost + "; " + state(), e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      }
    }
  }

  private synchronized String state() {
    StringBuilder state = new StringBuilder("the last requests were");
    calls.stream()
        .skip(Math.max(0, calls.size() - 12))
        .forEach(call -> {
          String body = Json.write(call.body());
          state
              .append("\n  ")
              .append(call.method())
              .append(' ')
              .append(call.path())
              .append(": ")
              .append(call.status())
              .append(' ')
              .append(body, 0, Math.min(300, body.length()));
        });
    problems.forEach(problem -> state.append("\n  problem: ").append(problem));
    return state.toString();
  }
}
