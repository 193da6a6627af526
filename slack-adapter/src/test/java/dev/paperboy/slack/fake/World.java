package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the fake knows. Every access holds its lock. */
final class World {
  static final String APP = "A0PAPERBOY";
  static final String CLIENT_ID = "11.22";
  static final String CLIENT_SECRET = "fake-client-secret";
  static final String APP_TOKEN = "xapp-1-A0PAPERBOY-1-0fake0fake0fake";
  static final String SIGNING_SECRET = "fake-signing-secret";

  /** A right to open one view. */
  private record Trigger(Instant until, boolean used) {}

  /** Who waits for what. */
  private record Wait<T>(Supplier<Optional<T>> wanted, CompletableFuture<T> found) {
    boolean look() {
      Optional<T> value = wanted.get();
      value.ifPresent(found::complete);
      return value.isPresent();
    }
  }

  final InstantSource clock;
  final Map<String, Workspace> workspaces = new TreeMap<>();
  final List<Call> calls = new ArrayList<>();
  final List<String> problems = new ArrayList<>();
  final List<Fault> faults = new ArrayList<>();
  final ResponseAddresses responses = new ResponseAddresses(this);

  /** The links of a message, or of a message being written, by what names it. */
  final Map<String, List<String>> shared = new HashMap<>();

  /** What the app showed for them. */
  final Map<String, JsonNode> unfurls = new HashMap<>();

  /** Codes of the OAuth exchange, each for one workspace, each once. */
  final Map<String, String> codes = new HashMap<>();

  private final Map<String, Trigger> triggers = new HashMap<>();
  private final List<Wait<?>> waits = new ArrayList<>();
  private long number;

  World(InstantSource clock) {
    this.clock = clock;
  }

  synchronized long next() {
    return ++number;
  }

  synchronized String ts() {
    return clock.instant().getEpochSecond() + "." + "%06d".formatted(next() % 1_000_000);
  }

  synchronized String trigger() {
    String id = "13345224609." + next() + ".8088930838d88f008e0";
    triggers.put(id, new Trigger(clock.instant().plusSeconds(3), false));
    return id;
  }

  synchronized void useTrigger(String id) {
    Trigger trigger = triggers.get(id);
    if (trigger == null) {
      throw new ApiError("invalid_trigger_id");
    }
    if (trigger.used()) {
      throw new ApiError("exchanged_trigger_id");
    }
    if (clock.instant().isAfter(trigger.until())) {
      throw new ApiError("expired_trigger_id");
    }
    triggers.put(id, new Trigger(trigger.until(), true));
  }

  synchronized Posted post(
      Channel channel,
      @Nullable String thread,
      String author,
      JsonNode body,
      @Nullable String onlyFor) {
    Posted posted = new Posted(channel.id, ts(), thread, author, body, onlyFor, System.nanoTime());
    channel.messages.add(posted);
    changed();
    return posted;
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

  synchronized Workspace workspace(String team) {
    Workspace workspace = workspaces.get(team);
    if (workspace == null) {
      throw new IllegalArgumentException("fake slack: no workspace " + team);
    }
    return workspace;
  }

  /** To be called with the lock held, after something changed. */
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
        // what the app keeps to itself changes without a word to Slack
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

  private static String excerpt(Call call) {
    String shown =
        Stream.of("text", "body", "view")
            .map(call::argument)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return shown.substring(0, Math.min(shown.length(), 1_000));
  }

  private synchronized String state() {
    StringBuilder state = new StringBuilder("the last calls were");
    calls.stream()
        .skip(Math.max(0, calls.size() - 12))
        .forEach(call ->
            state
                .append("\n  ")
                .append(call.method())
                .append(": ")
                .append(call.outcome())
                .append(' ')
                .append(excerpt(call)));
    problems.forEach(problem -> state.append("\n  problem: ").append(problem));
    return state.toString();
  }
}
