package dev.paperboy.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What tells a good summary among the sentences of an abstract, as 56 numbers a sentence. */
final class SentenceFeatures {
  /** The names of the numbers, in their order. */
  static final List<String> NAMES =
      List.of(
          ("constant first-sentence second-sentence last-sentence last-but-one place"
                  + " place-squared one-over-place abstract-length"
                  + " length log-length under-8 under-12 over-35 over-45 off-22"
                  + " cue-proposes cue-this-work cue-shows cue-evaluates cue-wins cue-contrast"
                  + " cue-background cue-our cue-we cue-new cue-digit cue-code cue-question"
                  + " cue-further cue-refers cue-purpose cue-studies cue-means cue-names"
                  + " cue-problem cue-method cue-enables"
                  + " near-title near-centre page-rank near-title-rank near-centre-rank"
                  + " page-rank-rank"
                  + " first-proposal proposal after-proposal before-proposal no-proposal"
                  + " title-name title-covered covered-by-title first-proposal-near-title"
                  + " opens-without-proposal bracket commas")
              .split(" ", -1));

  static final int COUNT = NAMES.size();
  private static final double DAMPING = .85;
  private static final int ROUNDS = 40;

  private static final List<String> EVALUATES =
      List.of("results", "experiment", "empirical", "evaluat");
  private static final List<String> WINS =
      List.of("outperform", "state-of-the-art", "achiev", "improv", "superior", "better than");
  private static final Pattern CONTRAST =
      Pattern.compile("^(?:however|but|although|despite|while|yet|unfortunately)\\b");
  private static final List<String> BACKGROUND =
      List.of(
          "recent", "has been", "have been", "widely", "popular", "increasingly", "traditional");
  private static final Pattern OUR = Pattern.compile("\\bour\\b");
  private static final Pattern NEW = Pattern.compile("\\b(?:novel|new)\\b");
  private static final List<String> CODE = List.of("github", "available", "release", "code");
  private static final Pattern FURTHER =
      Pattern.compile(
          "^(?:specifically|in particular|moreover|furthermore|additionally|for example"
              + "|for instance|in addition|also|finally|first|second|then)");
  private static final Pattern REFERS =
      Pattern.compile("^(?:it|they|these|such|this|its|their)\\b");
  private static final Pattern PURPOSE =
      Pattern.compile("^to this end|^to (?:address|tackle|solve|overcome)");
  private static final List<String> LED_BY = List.of("motivated by", "inspired by");
  private static final Pattern STUDIES =
      Cues.we(
          "study|studie|investigate|explore|examine|analyse|analyze|address|consider|focus|aim");
  private static final List<String> MEANS = List.of("based on", "via", "using");
  private static final Pattern BY_DOING = Pattern.compile("by \\w+ing");
  private static final List<String> NAMES_IT = List.of("called", "named", "termed", "dubbed");
  private static final Pattern IN_BRACKETS = Pattern.compile("\\([a-z]");
  private static final List<String> PROBLEM =
      List.of("problem", "task", "challenge", "difficult", "hard", "key", "important", "crucial");
  private static final List<String> METHOD =
      List.of("method", "approach", "framework", "model", "algorithm", "architecture", "technique");
  private static final List<String> ENABLES =
      List.of("allow", "enabl", "without", "effective", "efficient");

  private final List<String> lower;
  private final List<Bag> bags;
  private final int[] lengths;
  private final Bag title;
  private final String name;
  private final double[] near;
  private final double[] central;
  private final double[] linked;
  private final boolean[] proposals;
  private final int firstProposal;

  private SentenceFeatures(String title, List<String> sentences) {
    Words words = new Words();
    int n = sentences.size();
    lower = sentences.stream().map(s -> s.toLowerCase(Locale.ROOT)).toList();
    bags = new ArrayList<>();
    lengths = new int[n];
    for (int i = 0; i < n; i++) {
      List<String> all = Words.of(sentences.get(i));
      lengths[i] = all.size();
      bags.add(Bag.of(words.contentStems(all)));
    }
    this.title = Bag.of(words.contentStems(Words.of(title)));
    int colon = title.indexOf(':');
    name = colon < 2 ? "" : title.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    Bag centre = Bag.sum(bags);
    near = bags.stream().mapToDouble(this.title::cosine).toArray();
    central = bags.stream().mapToDouble(centre::cosine).toArray();
    linked = pageRank(bags);
    proposals = new boolean[n];
    int first = -1;
    for (int i = n - 1; i >= 0; i--) {
      proposals[i] = Cues.isProposal(lower.get(i));
      first = proposals[i] ? i : first;
    }
    firstProposal = first;
  }

  /** One row of {@link #COUNT} numbers for each sentence. */
  static double[][] of(String title, List<String> sentences) {
    SentenceFeatures features = new SentenceFeatures(title, sentences);
    double[][] rows = new double[sentences.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = features.row(i);
    }
    return rows;
  }

  private double[] row(int i) {
    Row row = new Row();
    addPosition(i, row);
    addLength(lengths[i], row);
    addCues(lower.get(i), row);
    addCentrality(i, row);
    addProposal(i, row);
    return row.numbers();
  }

  private void addPosition(int i, Row row) {
    int n = lower.size();
    double r = n == 1 ? 0 : (double) i / (n - 1);
    row.add(1);
    row.add(i == 0);
    row.add(i == 1);
    row.add(i == n - 1);
    row.add(i == n - 2);
    row.add(r);
    row.add(r * r);
    row.add(1.0 / (1 + i));
    row.add(n / 10.0);
  }

  private static void addLength(int length, Row row) {
    row.add(length / 30.0);
    row.add(Math.log(length + 1.0) / 4);
    row.add(length < 8);
    row.add(length < 12);
    row.add(length > 35);
    row.add(length > 45);
    row.add(Math.abs(length - 22) / 20.0);
  }

  private static void addCues(String text, Row row) {
    row.add(Cues.proposes(text));
    row.add(Cues.namesThisWork(text));
    row.add(Cues.shows(text));
    row.add(Cues.holdsAny(text, EVALUATES));
    row.add(Cues.holdsAny(text, WINS));
    row.add(CONTRAST.matcher(text).lookingAt());
    row.add(Cues.holdsAny(text, BACKGROUND));
    row.add(text.contains("our") && has(OUR, text));
    row.add(Cues.saysWe(text));
    row.add((text.contains("new") || text.contains("novel")) && has(NEW, text));
    row.add(Cues.hasDigit(text));
    row.add(Cues.holdsAny(text, CODE));
    row.add(text.indexOf('?') >= 0);
    row.add(FURTHER.matcher(text).lookingAt());
    row.add(REFERS.matcher(text).lookingAt());
    row.add(PURPOSE.matcher(text).lookingAt() || Cues.holdsAny(text, LED_BY));
    row.add(text.contains("we ") && has(STUDIES, text));
    row.add(Cues.holdsAny(text, MEANS) || (text.contains("by ") && has(BY_DOING, text)));
    row.add(Cues.holdsAny(text, NAMES_IT) || has(IN_BRACKETS, text));
    row.add(Cues.holdsAny(text, PROBLEM));
    row.add(Cues.holdsAny(text, METHOD));
    row.add(Cues.holdsAny(text, ENABLES));
  }

  private void addCentrality(int i, Row row) {
    row.add(near[i]);
    row.add(central[i]);
    row.add(linked[i] * lower.size() / 2);
    row.add(rank(near, i));
    row.add(rank(central, i));
    row.add(rank(linked, i));
  }

  private void addProposal(int i, Row row) {
    boolean proposal = proposals[i];
    boolean first = i == firstProposal;
    row.add(first);
    row.add(proposal);
    row.add(firstProposal >= 0 && i > firstProposal);
    row.add(firstProposal >= 0 && i < firstProposal);
    row.add(firstProposal < 0);
    row.add(!name.isEmpty() && lower.get(i).contains(name));
    row.add(title.shareIn(bags.get(i)));
    row.add(bags.get(i).shareIn(title));
    row.add(first ? near[i] : 0);
    row.add(i == 0 && !proposal);
    row.add(lower.get(i).indexOf('(') >= 0);
    row.add(lower.get(i).chars().filter(c -> c == ',').count() / 3.0);
  }

  /** 1 for the highest, 0 for the lowest. */
  private static double rank(double[] values, int i) {
    if (values.length == 1) {
      return 1;
    }
    long above = Arrays.stream(values).filter(v -> v > values[i]).count();
    return 1 - (double) above / (values.length - 1);
  }

  private static double[] pageRank(List<Bag> bags) {
    int n = bags.size();
    double[][] links = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        links[i][j] = bags.get(i).cosine(bags.get(j));
        links[j][i] = links[i][j];
      }
    }
    for (double[] from : links) {
      double out = Arrays.stream(from).sum();
      for (int to = 0; to < n; to++) {
        from[to] = out == 0 ? 1.0 / n : from[to] / out;
      }
    }
    double[] rank = new double[n];
    Arrays.fill(rank, 1.0 / n);
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[n];
      Arrays.fill(next, (1 - DAMPING) / n);
      for (int from = 0; from < n; from++) {
        double[] shares = links[from];
        for (int to = 0; to < n; to++) {
          next[to] += DAMPING * rank[from] * shares[to];
        }
      }
      rank = next;
    }
    return rank;
  }

  private static boolean has(Pattern cue, String text) {
    return cue.matcher(text).find();
  }

  private static final class Row {
    private final double[] numbers = new double[COUNT];
    private int size;

    void add(double number) {
      numbers[size++] = number;
    }

    void add(boolean holds) {
      add(holds ? 1 : 0);
    }

    double[] numbers() {
      if (size != COUNT) {
        throw new IllegalStateException("features: " + size + " of " + COUNT);
      }
      return numbers;
    }
  }
}
