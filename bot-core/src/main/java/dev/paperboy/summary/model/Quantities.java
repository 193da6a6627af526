package dev.paperboy.summary.model;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a text states, in digits or words, each with what it counts: 31 %, 31 times and
 * 31 are three different things, 7B and "seven billion" the same. "One" counts nothing, and the
 * digits of a name (GPT-4) belong to the name. A rounded number is another number.
 */
final class Quantities {
  private enum Unit {
    PLAIN,
    PERCENT,
    TIMES,
    /** "Thousands of", which states a size and no number. */
    VAGUE
  }

  private record Quantity(BigDecimal value, Unit unit) {
    static Quantity of(BigDecimal value, Unit unit) {
      BigDecimal bare = value.stripTrailingZeros();
      return new Quantity(bare.signum() == 0 ? BigDecimal.ZERO : bare, unit);
    }
  }

  private static final String SCALES = "k|thousand|m|million|mn|b|bn|billion|trillion";
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,])(?<!\\p{L}[-‐‑_])(\\d[\\d,]*(?:\\.\\d+)*|\\.\\d+)"
              + "(?:(?:[ -]?("
              + SCALES
              + "))(?![\\p{L}\\p{N}]))?"
              + "( ?%| ?per ?cent(?:age)?\\b|[ -]?(?:x|×|fold|times)(?![\\p{L}\\p{N}]))?"
              + "(?![\\p{L}])");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
  private static final Pattern ONE =
      Pattern.compile("\\d+(?:\\.\\d+)?(?:" + SCALES + "|x)", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("[a-z]+|[^a-z\\s-]+");

  private static final Map<String, Integer> SMALL = new HashMap<>();
  private static final Map<String, Long> LARGE =
      Map.of(
          "hundred", 100L,
          "thousand", 1_000L,
          "million", 1_000_000L,
          "billion", 1_000_000_000L,
          "trillion", 1_000_000_000_000L);
  private static final Map<String, Integer> MULTIPLES =
      Map.ofEntries(
          Map.entry("twice", 2),
          Map.entry("double", 2),
          Map.entry("doubles", 2),
          Map.entry("doubled", 2),
          Map.entry("doubling", 2),
          Map.entry("triple", 3),
          Map.entry("triples", 3),
          Map.entry("tripled", 3),
          Map.entry("tripling", 3),
          Map.entry("quadruple", 4),
          Map.entry("quadruples", 4));

  static {
    String[] ones =
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                + " fifteen sixteen seventeen eighteen nineteen")
            .split(" ", -1);
    for (int i = 0; i < ones.length; i++) {
      SMALL.put(ones[i], i);
    }
    String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
    for (int i = 0; i < tens.length; i++) {
      SMALL.put(tens[i], 10 * (i + 2));
    }
    SMALL.put("dozen", 12);
  }

  private final Set<Quantity> found = new HashSet<>();

  private Quantities(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    readDigits(plain);
    readWords(plain);
  }

  /** Whether each number of the text stands in the other. */
  static boolean allIn(String text, String other) {
    Set<Quantity> known = new Quantities(other).found;
    return new Quantities(text).found.stream().allMatch(q -> holds(known, q));
  }

  /** Whether a word of letters and digits is a number with its unit, like 7B or 2x. */
  static boolean isOne(String word) {
    return ONE.matcher(word).matches();
  }

  private static boolean holds(Set<Quantity> known, Quantity one) {
    if (known.contains(one)) {
      return true;
    }
    // .31 is 31 %, and half is 50 %
    return switch (one.unit()) {
      case PERCENT -> {
        BigDecimal share = one.value().movePointLeft(2);
        yield share.compareTo(BigDecimal.ONE) < 0 && known.contains(Quantity.of(share, Unit.PLAIN));
      }
      case PLAIN ->
          one.value().compareTo(BigDecimal.ONE) < 0
              && one.value().signum() > 0
              && known.contains(Quantity.of(one.value().movePointRight(2), Unit.PERCENT));
      case TIMES, VAGUE -> false;
    };
  }

  private void readDigits(String text) {
    Matcher number = DIGITS.matcher(text);
    while (number.find()) {
      Unit unit = unit(number.group(3));
      for (String each : parts(number.group(1))) {
        BigDecimal value = new BigDecimal(each);
        Long scale = scale(number.group(2));
        found.add(
            Quantity.of(scale == null ? value : value.multiply(BigDecimal.valueOf(scale)), unit));
      }
    }
  }

  /** "1,000" is one number, "3,7" are two, and "1.2.3" is read as its pieces. */
  private static List<String> parts(String digits) {
    String bare = digits.replaceFirst(",+$", "");
    if (GROUPED.matcher(bare).matches()) {
      return List.of(bare.replace(",", ""));
    }
    List<String> parts = new ArrayList<>();
    for (String part : bare.split(",", -1)) {
      if (part.chars().filter(c -> c == '.').count() > 1) {
        parts.addAll(List.of(part.split("\\.", -1)));
      } else {
        parts.add(part);
      }
    }
    parts.removeIf(String::isEmpty);
    return parts;
  }

  private static Unit unit(@Nullable String word) {
    if (word == null) {
      return Unit.PLAIN;
    }
    return word.contains("%") || word.contains("cent") ? Unit.PERCENT : Unit.TIMES;
  }

  private static @Nullable Long scale(@Nullable String word) {
    if (word == null) {
      return null;
    }
    return switch (word) {
      case "k", "thousand" -> 1_000L;
      case "m", "mn", "million" -> 1_000_000L;
      case "trillion" -> 1_000_000_000_000L;
      default -> 1_000_000_000L;
    };
  }

  private void readWords(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    int at = 0;
    while (at < words.size()) {
      at = readWord(words, at);
    }
  }

  /** Reads what stands at a word; returns where to read on. */
  private int readWord(List<String> words, int at) {
    String word = words.get(at);
    if (SMALL.containsKey(word) || (LARGE.containsKey(word) && !isAfterDigits(words, at))) {
      return readNumber(words, at);
    }
    Integer multiple = MULTIPLES.get(word);
    Long plural = LARGE.get(without(word, "s"));
    Integer fold = SMALL.get(without(word, "fold"));
    if (multiple != null) {
      found.add(Quantity.of(BigDecimal.valueOf(multiple), Unit.TIMES));
    } else if (word.equals("half") || word.equals("halves") || word.equals("halved")) {
      found.add(Quantity.of(new BigDecimal(".5"), Unit.PLAIN));
    } else if (plural != null) {
      found.add(Quantity.of(BigDecimal.valueOf(plural), Unit.VAGUE));
    } else if (fold != null) {
      found.add(Quantity.of(BigDecimal.valueOf(fold), Unit.TIMES));
    }
    return at + 1;
  }

  private static String without(String word, String ending) {
    return word.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : "";
  }

  private static boolean isAfterDigits(List<String> words, int at) {
    return at > 0 && Character.isDigit(words.get(at - 1).charAt(0));
  }

  private int readNumber(List<String> words, int start) {
    long total = 0;
    long current = -1;
    int at = start;
    for (; at < words.size(); at++) {
      Integer small = SMALL.get(words.get(at));
      Long large = LARGE.get(words.get(at));
      if (small != null
          && (current < 0
              || (current % 10 == 0 && current > 12 && small < 10)
              || (current >= 100 && current % 100 == 0 && small < 100))) {
        current = current < 0 ? small : current + small;
      } else if (large != null) {
        current = (current < 0 ? 1 : current) * large;
        if (large > 100) {
          total += current;
          current = 0;
        }
      } else {
        break;
      }
    }
    if (at == start) {
      return start + 1;
    }
    total += Math.max(0, current);
    String next = at < words.size() ? words.get(at) : "";
    Unit unit =
        next.startsWith("percent") || next.equals("%")
            ? Unit.PERCENT
            : next.equals("times") || next.equals("fold") ? Unit.TIMES : Unit.PLAIN;
    if (!(total == 1 && unit == Unit.PLAIN)) {
      found.add(Quantity.of(BigDecimal.valueOf(total), unit));
    }
    return at;
  }
}
