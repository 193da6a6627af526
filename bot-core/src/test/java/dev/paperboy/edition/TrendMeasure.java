package dev.paperboy.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.Figures;
import dev.paperboy.edition.TrendFeatures.Group;
import dev.paperboy.source.RealPapers;
import dev.paperboy.source.RealPapers.Row;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How much of a day's final top five a ranking finds on its morning. Trained on the earlier half of
 * the days, measured on the later; the noise is a bootstrap over days of the difference to raw
 * upvotes. Momentum compares papers of one age, so it orders the papers of one morning as their
 * upvotes do.
 */
@Tag("long")
class TrendMeasure {
  private static final int TOP = 5;
  private static final LocalDate SETTLED = LocalDate.parse("2026-06-26");

  private record Day(List<Row> papers, List<double[]> rows, Set<Integer> finals) {}

  private interface Model {
    double[] scores(Day day);
  }

  @Test
  void printsWhatWasTriedBesideRawUpvotes() throws IOException {
    List<Row> mature =
        RealPapers.read().stream()
            .filter(row ->
                row.upvotesAsOf().equals(SETTLED) && row.listed().isBefore(SETTLED.minusDays(14)))
            .toList();
    TrendFeatures features = new TrendFeatures(mature);
    Map<LocalDate, List<Row>> byDay = new TreeMap<>();
    mature.stream()
        .filter(row -> row.morning() != null && row.listed().equals(row.morningDate()))
        .forEach(row -> byDay.computeIfAbsent(row.listed(), d -> new ArrayList<>()).add(row));
    List<Day> days =
        byDay.values().stream()
            .filter(papers -> papers.size() > TOP)
            .map(papers -> day(papers, features))
            .toList();
    List<Day> earlier = days.subList(0, days.size() / 2);
    List<Day> later = days.subList(days.size() / 2, days.size());

    Model raw = day -> day.papers().stream().mapToDouble(TrendFeatures::morning).toArray();
    double[] base = found(raw, later);
    System.out.printf(
        Locale.ROOT,
        "| final top five found in the morning, %d papers, %d days | earlier | later | later,"
            + " against raw upvotes |%n",
        days.stream().mapToInt(day -> day.papers().size()).sum(),
        days.size());
    System.out.println("|---|---|---|---|");
    row("raw upvotes (what momentum does)", raw, earlier, later, base);
    Set<Group> groups = new LinkedHashSet<>(List.of(Group.VOTES));
    for (Group added :
        List.of(Group.VOTES, Group.TOPICS, Group.AUTHORS, Group.ORGANISATION, Group.LOOKS)) {
      groups.add(added);
      String name = names(groups);
      row("ridge: " + name, ridge(earlier, groups, 10), earlier, later, base);
      row("pairs: " + name, pairs(earlier, groups, 10), earlier, later, base);
    }
    Set<Group> words = new LinkedHashSet<>(List.of(Group.VOTES, Group.TOPICS, Group.WORDS));
    row("ridge: " + names(words), ridge(earlier, words, 300), earlier, later, base);
    Figures.add(
        "trending, final top five found in the morning, later days",
        String.format(Locale.ROOT, "%.1f %%", 100 * mean(base)),
        String.format(
            Locale.ROOT,
            "raw upvotes, which it is; best of what was tried %.1f %%",
            100 * mean(found(ridge(earlier, words, 300), later))),
        "never below raw upvotes");
    assertThat(days.size()).isGreaterThan(200);
    assertThat(mean(base)).isGreaterThan(.7);
  }

  private static Day day(List<Row> papers, TrendFeatures features) {
    double[] upvotes = papers.stream().mapToDouble(Row::upvotes).toArray();
    return new Day(papers, List.of(features.of(papers)), top(upvotes, papers));
  }

  /** The five highest; ties as the source ranked them in the morning. */
  private static Set<Integer> top(double[] scores, List<Row> papers) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> -scores[i])
            .thenComparingInt(i -> papers.get(i).morningRank())
            .thenComparing(i -> papers.get(i).id()));
    return new HashSet<>(order.subList(0, TOP));
  }

  private static double[] found(Model model, List<Day> days) {
    return days.stream()
        .mapToDouble(day -> {
          Set<Integer> top = top(model.scores(day), day.papers());
          top.retainAll(day.finals());
          return (double) top.size() / TOP;
        })
        .toArray();
  }

  private static void row(
      String name, Model model, List<Day> earlier, List<Day> later, double[] base) {
    double[] found = found(model, later);
    double[] differences = new double[found.length];
    for (int i = 0; i < found.length; i++) {
      differences[i] = found[i] - base[i];
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f %% | %.1f %% | %s |%n",
        name,
        100 * mean(found(model, earlier)),
        100 * mean(found),
        Arrays.stream(differences).allMatch(d -> d == 0)
            ? ""
            : String.format(
                Locale.ROOT, "%+.1f ± %.1f", 100 * mean(differences), 100 * noise(differences)));
  }

  /** The standard error by 2,000 draws of as many days. */
  private static double noise(double[] differences) {
    long seed = 7;
    Random random = new Random(seed);
    double[] means = new double[2_000];
    for (int draw = 0; draw < means.length; draw++) {
      means[draw] =
          random
              .ints(differences.length, 0, differences.length)
              .mapToDouble(i -> differences[i])
              .average()
              .orElse(0);
    }
    double mean = mean(means);
    return Math.sqrt(Arrays.stream(means).map(m -> (m - mean) * (m - mean)).average().orElse(0));
  }

  /** Predicts by how much a paper ends above its day's mean. */
  private static Model ridge(List<Day> days, Set<Group> groups, double lambda) {
    List<double[]> rows = new ArrayList<>();
    List<Double> targets = new ArrayList<>();
    for (Day day : days) {
      rows.addAll(List.of(centred(day.rows(), groups)));
      double[] logs = day.papers().stream().mapToDouble(p -> Math.log1p(p.upvotes())).toArray();
      double mean = mean(logs);
      Arrays.stream(logs).forEach(log -> targets.add(log - mean));
    }
    double[] scale = scale(rows);
    Newton newton = new Newton(scale.length, lambda);
    for (int i = 0; i < rows.size(); i++) {
      newton.add(scaled(rows.get(i), scale), targets.get(i), 1);
    }
    return linear(newton.step(new double[scale.length]), scale, groups);
  }

  /** Logistic regression over pairs of one paper of the final five and one of the others. */
  private static Model pairs(List<Day> days, Set<Group> groups, double lambda) {
    List<double[]> pairs = new ArrayList<>();
    for (Day day : days) {
      double[][] rows = centred(day.rows(), groups);
      for (int in : day.finals()) {
        for (int out = 0; out < rows.length; out++) {
          if (!day.finals().contains(out)) {
            double[] pair = rows[in].clone();
            for (int k = 0; k < pair.length; k++) {
              pair[k] -= rows[out][k];
            }
            pairs.add(pair);
          }
        }
      }
    }
    double[] scale = scale(pairs);
    double[] weights = new double[scale.length];
    for (int round = 0; round < 8; round++) {
      Newton newton = new Newton(scale.length, lambda);
      for (double[] pair : pairs) {
        double[] row = scaled(pair, scale);
        double right = 1 / (1 + Math.exp(-dot(weights, row)));
        double curve = Math.max(1e-6, right * (1 - right));
        newton.add(row, (1 - right) / curve, curve);
      }
      double[] step = newton.step(weights);
      for (int k = 0; k < weights.length; k++) {
        weights[k] += step[k];
      }
    }
    return linear(weights, scale, groups);
  }

  private static Model linear(double[] weights, double[] scale, Set<Group> groups) {
    return day ->
        Arrays.stream(centred(day.rows(), groups))
            .mapToDouble(row -> dot(weights, scaled(row, scale)))
            .toArray();
  }

  /** The columns of these groups, less the day's mean of each. */
  private static double[][] centred(List<double[]> rows, Set<Group> groups) {
    List<Integer> columns = new ArrayList<>();
    int at = 0;
    for (Group group : Group.values()) {
      for (int k = 0; k < group.size; k++, at++) {
        if (groups.contains(group)) {
          columns.add(at);
        }
      }
    }
    double[][] centred = new double[rows.size()][columns.size()];
    for (int k = 0; k < columns.size(); k++) {
      int column = columns.get(k);
      double mean = rows.stream().mapToDouble(row -> row[column]).average().orElse(0);
      for (int i = 0; i < rows.size(); i++) {
        centred[i][k] = rows.get(i)[column] - mean;
      }
    }
    return centred;
  }

  private static double[] scale(List<double[]> rows) {
    double[] scale = new double[rows.get(0).length];
    for (double[] row : rows) {
      for (int k = 0; k < row.length; k++) {
        scale[k] += row[k] * row[k] / rows.size();
      }
    }
    return Arrays.stream(scale).map(v -> Math.sqrt(v) + 1e-6).toArray();
  }

  private static double[] scaled(double[] row, double[] scale) {
    double[] scaled = new double[row.length];
    for (int k = 0; k < row.length; k++) {
      scaled[k] = row[k] / scale[k];
    }
    return scaled;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static String names(Set<Group> groups) {
    return String.join(
        " + ", groups.stream().map(group -> group.name().toLowerCase(Locale.ROOT)).toList());
  }

  /** One step of weighted least squares with a penalty on the weights. */
  private static final class Newton {
    private final double[][] products;
    private final double[] targets;
    private final double lambda;

    Newton(int size, double lambda) {
      products = new double[size][size];
      targets = new double[size];
      this.lambda = lambda;
    }

    void add(double[] row, double target, double weight) {
      for (int i = 0; i < row.length; i++) {
        targets[i] += weight * row[i] * target;
        for (int j = 0; j <= i; j++) {
          products[i][j] += weight * row[i] * row[j];
        }
      }
    }

    /** By Cholesky's decomposition. */
    double[] step(double[] weights) {
      int size = targets.length;
      double[] solution = new double[size];
      for (int i = 0; i < size; i++) {
        targets[i] -= lambda * weights[i];
        products[i][i] += lambda;
        for (int j = 0; j <= i; j++) {
          double sum = products[i][j];
          for (int k = 0; k < j; k++) {
            sum -= products[i][k] * products[j][k];
          }
          products[i][j] = i == j ? Math.sqrt(sum) : sum / products[j][j];
        }
        double sum = targets[i];
        for (int k = 0; k < i; k++) {
          sum -= products[i][k] * solution[k];
        }
        solution[i] = sum / products[i][i];
      }
      for (int i = size - 1; i >= 0; i--) {
        for (int k = i + 1; k < size; k++) {
          solution[i] -= products[k][i] * solution[k];
        }
        solution[i] /= products[i][i];
      }
      return solution;
    }
  }
}
