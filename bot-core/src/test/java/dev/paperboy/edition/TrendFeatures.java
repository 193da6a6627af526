package dev.paperboy.edition;

import dev.paperboy.source.RealPapers.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What could tell on the morning of a list where its papers will stand: the day's own shape, how
 * earlier papers of the same topics, authors and organisations ended, and how the paper presents
 * itself. Only papers listed a week before or earlier are looked at. Comments and stars are left
 * out: the data holds them as they were much later.
 */
final class TrendFeatures {
  /** Groups of numbers, in the order in which a row holds them. */
  enum Group {
    VOTES(8),
    TOPICS(2),
    AUTHORS(3),
    ORGANISATION(1),
    LOOKS(5),
    WORDS(256);

    final int size;

    Group(int size) {
      this.size = size;
    }
  }

  private static final int SETTLED_DAYS = 7;
  private static final int LONG_DAYS = 365;
  private static final int SHORT_DAYS = 45;
  private static final int LEAST_PAPERS = 5;

  /** A settled paper: how far it ended above its day's mean, in logarithms of upvotes. */
  private record Settled(long day, double above, Map<String, Double> vector) {}

  private final Map<String, Double> rarity = new HashMap<>();
  private final List<Settled> settled = new ArrayList<>();
  private final Map<String, List<Settled>> byAuthor = new HashMap<>();
  private final Map<String, List<Settled>> byOrganisation = new HashMap<>();

  TrendFeatures(List<Row> mature) {
    Map<String, Integer> papers = new HashMap<>();
    Map<Long, double[]> days = new HashMap<>();
    for (Row row : mature) {
      new HashSet<>(terms(row)).forEach(term -> papers.merge(term, 1, Integer::sum));
      double[] day = days.computeIfAbsent(row.listed().toEpochDay(), d -> new double[2]);
      day[0] += Math.log1p(row.upvotes());
      day[1]++;
    }
    papers.forEach((term, count) -> {
      if (count >= LEAST_PAPERS) {
        rarity.put(term, Math.log((double) mature.size() / count));
      }
    });
    for (Row row : mature) {
      long date = row.listed().toEpochDay();
      double[] day = days.getOrDefault(date, new double[] {0, 1});
      double above = Math.log1p(row.upvotes()) - day[0] / day[1];
      Settled paper = new Settled(date, above, vector(row));
      settled.add(paper);
      row.authors().forEach(a -> byAuthor.computeIfAbsent(a, k -> new ArrayList<>()).add(paper));
      if (row.organization() != null) {
        byOrganisation.computeIfAbsent(row.organization(), k -> new ArrayList<>()).add(paper);
      }
    }
    settled.sort(Comparator.comparingLong(Settled::day));
  }

  /** A row of numbers for each paper of one morning. */
  double[][] of(List<Row> list) {
    double[] votes = list.stream().mapToDouble(TrendFeatures::morning).toArray();
    double[][] rows = new double[list.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          Stream.of(
                  votes(votes, i),
                  topics(list.get(i)),
                  authors(list.get(i)),
                  new double[] {organisation(list.get(i))},
                  looks(list.get(i)),
                  words(list.get(i)))
              .flatMapToDouble(Arrays::stream)
              .toArray();
    }
    return rows;
  }

  static double morning(Row row) {
    Integer morning = row.morning();
    return morning == null ? 0 : morning;
  }

  private static double[] votes(double[] votes, int i) {
    double mine = Math.log1p(votes[i]);
    double mean = Arrays.stream(votes).map(Math::log1p).average().orElse(0);
    double spread =
        Math.sqrt(
            Arrays.stream(votes).map(v -> Math.pow(Math.log1p(v) - mean, 2)).average().orElse(0));
    long above = Arrays.stream(votes).filter(v -> v > votes[i]).count();
    double next = Arrays.stream(votes).filter(v -> v > votes[i]).min().orElse(votes[i]);
    double below = Arrays.stream(votes).filter(v -> v < votes[i]).max().orElse(votes[i]);
    return new double[] {
      mine,
      mine * mine / 4,
      (mine - mean) / (spread + .3),
      (double) above / votes.length,
      1.0 / (1 + above),
      votes[i] / Math.max(1, Arrays.stream(votes).sum()),
      Math.log1p(next) - mine,
      mine - Math.log1p(below)
    };
  }

  /** How the papers most like it ended, over a year and over six weeks. */
  private double[] topics(Row row) {
    Map<String, Double> vector = vector(row);
    long day = row.listed().toEpochDay();
    List<double[]> near = new ArrayList<>();
    for (Settled other : settled) {
      if (other.day() <= day - SETTLED_DAYS && other.day() >= day - LONG_DAYS) {
        near.add(new double[] {cosine(vector, other.vector()), other.above(), day - other.day()});
      }
    }
    near.sort(Comparator.comparingDouble((double[] n) -> n[0]).reversed());
    return new double[] {
      mean(near.stream().limit(40).toList()),
      mean(near.stream().filter(n -> n[2] <= SHORT_DAYS).limit(20).toList())
    };
  }

  private static double mean(List<double[]> near) {
    double sum = 0;
    double weights = .05;
    for (double[] each : near) {
      sum += each[0] * each[0] * each[1];
      weights += each[0] * each[0];
    }
    return sum / weights;
  }

  private double[] authors(Row row) {
    double sum = 0;
    int count = 0;
    double best = 0;
    for (String author : row.authors()) {
      List<Double> past = past(byAuthor.getOrDefault(author, List.of()), row);
      double own = past.stream().mapToDouble(v -> v).sum();
      best = Math.max(best, own / (past.size() + 1));
      sum += own;
      count += past.size();
    }
    return new double[] {sum / (count + 3), best, Math.log1p(count)};
  }

  private double organisation(Row row) {
    String name = row.organization();
    List<Double> past =
        name == null ? List.of() : past(byOrganisation.getOrDefault(name, List.of()), row);
    return past.stream().mapToDouble(v -> v).sum() / (past.size() + 3);
  }

  private static List<Double> past(List<Settled> papers, Row row) {
    long before = row.listed().toEpochDay() - SETTLED_DAYS;
    return papers.stream().filter(p -> p.day() <= before).map(Settled::above).toList();
  }

  private static double[] looks(Row row) {
    return new double[] {
      row.hasCode() ? 1 : 0,
      row.hasProject() ? 1 : 0,
      Math.log1p(row.authors().size()),
      row.title().length() / 80.0,
      row.title().contains(":") ? 1 : 0
    };
  }

  private double[] words(Row row) {
    double[] hashed = new double[Group.WORDS.size];
    vector(row)
        .forEach((term, weight) -> hashed[Math.floorMod(term.hashCode(), hashed.length)] += weight);
    return hashed;
  }

  private Map<String, Double> vector(Row row) {
    Map<String, Double> counts = new HashMap<>();
    terms(row).forEach(term -> counts.merge(term, 1.0, Double::sum));
    Map<String, Double> vector = new HashMap<>();
    double squares = 0;
    for (Map.Entry<String, Double> term : counts.entrySet()) {
      double weight = (1 + Math.log(term.getValue())) * rarity.getOrDefault(term.getKey(), 0.0);
      vector.put(term.getKey(), weight);
      squares += weight * weight;
    }
    double length = squares == 0 ? 1 : Math.sqrt(squares);
    vector.replaceAll((term, weight) -> weight / length);
    return vector;
  }

  private static double cosine(Map<String, Double> one, Map<String, Double> other) {
    double product = 0;
    for (Map.Entry<String, Double> term : one.entrySet()) {
      product += term.getValue() * other.getOrDefault(term.getKey(), 0.0);
    }
    return product;
  }

  /** Words of the title thrice, of the abstract once, topics twice. */
  private static List<String> terms(Row row) {
    List<String> terms = new ArrayList<>();
    Set<String> short3 = Set.of("the", "and", "for", "with", "that", "this", "are", "our", "can");
    for (int i = 0; i < 3; i++) {
      terms.addAll(List.of(row.title().toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)));
    }
    terms.addAll(List.of(row.abstractText().toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)));
    terms.removeIf(term -> term.length() < 3 || short3.contains(term));
    for (String topic : row.topics()) {
      terms.add("topic " + topic.toLowerCase(Locale.ROOT));
      terms.add("topic " + topic.toLowerCase(Locale.ROOT));
    }
    return terms;
  }
}
