package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.Secret;
import dev.paperboy.chat.Caller.Manages;
import dev.paperboy.slack.SlackSettings.Managers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Slack knows of people, and where they are; asked for at most every ten minutes. */
final class SlackPeople {
  /**
   * One person.
   *
   * @param zone null where Slack does not say
   */
  record Person(@Nullable ZoneId zone, Manages manages) {
    static final Person UNKNOWN = new Person(null, Manages.NOTHING);
  }

  private record Kept<T>(T known, Instant until) {}

  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration UNKNOWN_FOR = Duration.ofMinutes(1);
  private static final int MANY = 2_000;
  private static final int PAGES = 5;

  private final SlackWeb web;
  private final SlackTokens tokens;
  private final Managers managers;
  private final InstantSource clock;
  private final Map<String, Kept<Person>> people = latest();
  private final Map<String, Kept<Boolean>> members = latest();

  SlackPeople(SlackWeb web, SlackTokens tokens, Managers managers, InstantSource clock) {
    this.web = web;
    this.tokens = tokens;
    this.managers = managers;
    this.clock = clock;
  }

  Person person(String space, String id) {
    String key = space + ":" + id;
    Person known = kept(people, key);
    if (known != null) {
      return known;
    }
    Secret token = tokens.in(space).orElse(null);
    SlackAnswer answer = token == null ? null : web.call(token, "users.info", Map.of("user", id));
    Person person =
        answer instanceof SlackAnswer.Done done
            ? person(space, done.body().path("user"))
            : Person.UNKNOWN;
    keep(people, key, person, person.equals(Person.UNKNOWN) ? UNKNOWN_FOR : FRESH);
    return person;
  }

  /** Whether a person is in a channel; false where that cannot be found out. */
  boolean isIn(String space, String id, String channel) {
    String key = space + ":" + channel + ":" + id;
    Boolean known = kept(members, key);
    if (known != null) {
      return known;
    }
    boolean found = tokens.in(space).map(token -> isIn(token, id, channel)).orElse(false);
    if (found) {
      // who is not yet in may join at any moment
      keep(members, key, true, FRESH);
    }
    return found;
  }

  /** By the person's channels, which are fewer than a channel's people. */
  private boolean isIn(Secret token, String id, String channel) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("user", id);
    arguments.put("types", "public_channel,private_channel");
    arguments.put("exclude_archived", "true");
    arguments.put("limit", "900");
    for (int page = 0; page < PAGES; page++) {
      if (!(web.call(token, "users.conversations", arguments) instanceof SlackAnswer.Done done)) {
        return false;
      }
      for (JsonNode found : done.body().path("channels")) {
        if (SlackJson.text(found, "id").equals(channel)) {
          return true;
        }
      }
      String cursor = SlackJson.text(done.body(), "response_metadata.next_cursor");
      if (cursor.isEmpty()) {
        return false;
      }
      arguments.put("cursor", cursor);
    }
    return false;
  }

  private <T> @Nullable T kept(Map<String, Kept<T>> from, String key) {
    synchronized (from) {
      Kept<T> found = from.get(key);
      return found != null && clock.instant().isBefore(found.until()) ? found.known() : null;
    }
  }

  private <T> void keep(Map<String, Kept<T>> in, String key, T known, Duration fresh) {
    synchronized (in) {
      in.put(key, new Kept<>(known, clock.instant().plus(fresh)));
    }
  }

  private static <T> Map<String, T> latest() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > MANY;
      }
    };
  }

  private Person person(String space, JsonNode user) {
    return new Person(
        zone(SlackJson.text(user, "tz")), isOf(space, user) ? manages(user) : Manages.NOTHING);
  }

  /** In a channel that two workspaces share, people of the other one write as well. */
  private static boolean isOf(String space, JsonNode user) {
    String home = SlackJson.text(user, "team_id");
    if (home.isEmpty() || space.isEmpty() || home.equals(space)) {
      return true;
    }
    for (JsonNode team : user.path("enterprise_user").path("teams")) {
      if (team.asText("").equals(space)) {
        return true;
      }
    }
    return false;
  }

  private Manages manages(JsonNode user) {
    boolean guest =
        is(user, "is_restricted")
            || is(user, "is_ultra_restricted")
            || is(user, "is_stranger")
            || is(user, "is_bot")
            || is(user, "deleted");
    if (guest) {
      return Manages.NOTHING;
    }
    if (is(user, "is_admin") || is(user, "is_owner") || is(user, "is_primary_owner")) {
      return Manages.SPACE;
    }
    return managers == Managers.ADMINS ? Manages.NOTHING : Manages.PLACE;
  }

  private static boolean is(JsonNode user, String what) {
    return user.path(what).asBoolean(false);
  }

  private static @Nullable ZoneId zone(String name) {
    try {
      return name.isEmpty() ? null : ZoneId.of(name);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
