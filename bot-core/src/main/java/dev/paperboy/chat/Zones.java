package dev.paperboy.chat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** IANA time zones as people type them: whatever the case, with the nearest one for the others. */
public final class Zones {
  /** An Area/City; UTC and GMT; and distances from them, which are no zones. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\p{L}[\\p{L}_-]*(?:/[\\p{L}\\d_+-]+)+|(?:UTC|GMT)(?:[+-].*)?|\\+\\d{1,2}(?::?\\d{2})?",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> KNOWN = known();

  private Zones() {}

  /** Whether a word can only be meant as a zone, whether or not there is one of that name. */
  public static boolean looksLike(String text) {
    return SHAPE.matcher(text).matches();
  }

  /** Empty where there is no such zone; distances from UTC and three-letter words are none. */
  public static Optional<ZoneId> of(String text) {
    return Optional.ofNullable(KNOWN.get(text.toLowerCase(Locale.ROOT))).map(ZoneId::of);
  }

  /** The nearest zone by its name, else by its city, else UTC. */
  public static String nearest(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace(' ', '_');
    Optional<String> near = Nearest.of(lower, KNOWN.keySet());
    if (near.isEmpty()) {
      String city = lower.substring(lower.lastIndexOf('/') + 1);
      Map<String, String> cities = new TreeMap<>();
      KNOWN.keySet().forEach(id -> cities.putIfAbsent(id.substring(id.indexOf('/') + 1), id));
      near = city.length() < 3 ? near : Nearest.of(city, cities.keySet()).map(cities::get);
    }
    return near.map(KNOWN::get).orElse("UTC");
  }

  /** Those whose name holds the text, for completion, those that begin with it first. */
  public static List<String> completing(String text, int limit) {
    String lower = text.toLowerCase(Locale.ROOT).replace(' ', '_');
    return KNOWN.entrySet().stream()
        .filter(zone -> zone.getKey().contains(lower))
        .sorted(
            java.util.Comparator.comparing(
                (Map.Entry<String, String> zone) -> !begins(zone.getKey(), lower)))
        .limit(limit)
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean begins(String id, String text) {
    return id.startsWith(text) || id.substring(id.indexOf('/') + 1).startsWith(text);
  }

  private static Map<String, String> known() {
    Map<String, String> known = new TreeMap<>();
    for (String id : ZoneId.getAvailableZoneIds()) {
      if (id.indexOf('/') > 0 && !id.startsWith("SystemV/")) {
        known.put(id.toLowerCase(Locale.ROOT), id);
      }
    }
    known.put("utc", "UTC");
    known.put("gmt", "GMT");
    return known;
  }
}
