package dev.paperboy.slack;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The bot's scopes, and what each is for. */
final class SlackScopes {
  /** How the one who set the app up grants a scope. */
  static final String BY_OWNER =
      "Add it under OAuth & Permissions, Bot Token Scopes, and reinstall the app.";

  private static final Map<String, String> NEEDED = new LinkedHashMap<>();

  static {
    NEEDED.put("app_mentions:read", "mentions in channels and threads are not heard");
    NEEDED.put("channels:history", "an open send to a public channel cannot be looked up");
    NEEDED.put("channels:read", "members of a public channel cannot change its digests");
    NEEDED.put("chat:write", "nothing can be posted at all");
    NEEDED.put("chat:write.public", "each public channel must invite Paperboy first");
    NEEDED.put("commands", "/papers and the shortcuts are missing");
    NEEDED.put("groups:history", "an open send to a private channel cannot be looked up");
    NEEDED.put("groups:read", "members of a private channel cannot change its digests");
    NEEDED.put("im:history", "direct messages are not heard");
    NEEDED.put("im:write", "an open send to direct messages cannot be looked up");
    NEEDED.put("links:read", "links to papers are not noticed");
    NEEDED.put("links:write", "links to papers are not shown as cards");
    NEEDED.put("users:read", "time zones are not known, and nobody counts as a manager");
  }

  private SlackScopes() {}

  static List<String> needed() {
    return List.copyOf(NEEDED.keySet());
  }

  /**
   * One sentence for each that is missing, with its fix.
   *
   * @param granted as Slack lists them, with commas
   */
  static List<String> missing(String granted, String fix) {
    Set<String> held = held(granted);
    return NEEDED.entrySet().stream()
        .filter(scope -> !held.contains(scope.getKey()))
        .map(scope ->
            "The scope %s is missing: %s. %s".formatted(scope.getKey(), scope.getValue(), fix))
        .toList();
  }

  static Set<String> held(String granted) {
    return new TreeSet<>(Arrays.asList(granted.strip().split("\\s*,\\s*", -1)));
  }
}
