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

/** What Slack knows of a person, asked for at most every ten minutes. */
final class SlackPeople {
  /**
   * One person.
   *
   * @param zone null where Slack does not say
   */
  record Person(@Nullable ZoneId zone, Manages manages) {
    static final Person UNKNOWN = new Person(null, Manages.NOTHING);
  }

  private record Kept(Person person, Instant until) {}

  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration UNKNOWN_FOR = Duration.ofMinutes(1);
  private static final int MANY = 2_000;

  private final SlackWeb web;
  private final SlackTokens tokens;
  private final Managers managers;
  private final InstantSource clock;
  private final Map<String, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MANY;
        }
      };

  SlackPeople(SlackWeb web, SlackTokens tokens, Managers managers, InstantSource clock) {
    this.web = web;
    this.tokens = tokens;
    this.managers = managers;
    this.clock = clock;
  }

  Person person(String space, String id) {
    String key = space + ":" + id;
    Instant now = clock.instant();
    synchronized (kept) {
      Kept known = kept.get(key);
      if (known != null && now.isBefore(known.until())) {
        return known.person();
      }
    }
    Secret token = tokens.in(space).orElse(null);
    SlackAnswer answer = token == null ? null : web.call(token, "users.info", Map.of("user", id));
    Person person =
        answer instanceof SlackAnswer.Done done ? person(done.body().path("user")) : Person.UNKNOWN;
    synchronized (kept) {
      Duration fresh = person.equals(Person.UNKNOWN) ? UNKNOWN_FOR : FRESH;
      kept.put(key, new Kept(person, now.plus(fresh)));
    }
    return person;
  }

  private Person person(JsonNode user) {
    return new Person(zone(SlackJson.text(user, "tz")), manages(user));
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
