package dev.paperboy.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The time zones that a person may choose among while typing. */
final class SlackZones {
  private static final int MOST = 100;
  private static final List<String> NAMES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(name -> name.contains("/") || name.equals("UTC"))
          .filter(name -> !name.startsWith("Etc/") && !name.startsWith("SystemV/"))
          .sorted()
          .toList();

  private SlackZones() {}

  /** Those that hold what was typed, those that begin with it first. */
  static ObjectNode suggestions(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    List<String> found = new ArrayList<>();
    for (String name : NAMES) {
      if (name.toLowerCase(Locale.ROOT).contains(wanted)) {
        found.add(name);
      }
    }
    found.sort(Comparator.comparing(name -> !begins(name, wanted)));
    ArrayNode options = SlackJson.array();
    found.stream().limit(MOST).forEach(name -> options.add(SlackBlocks.option(name, name)));
    return SlackJson.object().set("options", options);
  }

  private static boolean begins(String name, String wanted) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith(wanted) || lower.contains("/" + wanted);
  }
}
