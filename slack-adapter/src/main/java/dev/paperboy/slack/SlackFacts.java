package dev.paperboy.slack;

import dev.paperboy.chat.Byline;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Span;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Signal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said about a paper in few words, by signs for the eye or in words for the ear. */
final class SlackFacts {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final String MODEL = "model:";

  private final PaperView view;
  private final Paper paper;

  SlackFacts(PaperView view) {
    this.view = view;
    this.paper = view.known().paper();
  }

  String title() {
    String title = words(view.title());
    return title.isBlank() ? "No title" : title;
  }

  String summary() {
    return words(view.summarySpans());
  }

  /** "Q. Ding, X. Wang, R. Feng et al. (22) · ▲ 72 · 1 comment · *new*". */
  String line(int most) {
    List<String> facts = new ArrayList<>();
    Signal signal = view.known().signal();
    if (!signal.equals(Signal.NONE)) {
      facts.add("▲ " + grouped(signal.upvotes()));
      if (signal.comments() != 0) {
        facts.add(count(signal.comments(), "comment"));
      }
      Integer stars = signal.stars();
      if (stars != null && stars != 0) {
        facts.add("★ " + grouped(stars));
      }
    }
    for (String mark : view.marks()) {
      if (!mark.isBlank()) {
        facts.add("*" + SlackText.escaped(mark, 80) + "*");
      }
    }
    String model = model();
    if (model != null) {
      facts.add("summary by " + SlackText.escaped(model, 60));
    }
    String authors = SlackText.escaped(Byline.of(paper.authors()), most);
    String signals = String.join(" · ", facts);
    return Stream.of(authors, signals)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining("  ·  "));
  }

  /** The same in sentences, without a sign. */
  String inWords() {
    List<String> sentences = new ArrayList<>();
    String authors = Byline.inWords(paper.authors());
    if (!authors.isBlank()) {
      sentences.add("By " + sentence(authors));
    }
    Signal signal = view.known().signal();
    if (!signal.equals(Signal.NONE)) {
      Integer stars = signal.stars();
      sentences.add(
          Stream.of(
                      count(signal.upvotes(), "upvote"),
                      signal.comments() == 0 ? null : count(signal.comments(), "comment"),
                      stars == null || stars == 0 ? null : count(stars, "star"))
                  .filter(Objects::nonNull)
                  .collect(Collectors.joining(", "))
              + ".");
    }
    for (String mark : view.marks()) {
      if (!mark.isBlank()) {
        sentences.add(sentence(capitalised(inWords(mark))));
      }
    }
    String model = model();
    if (model != null) {
      sentences.add("Summary by the model " + model + ".");
    }
    return String.join(" ", sentences);
  }

  /** Whose words the summary is in. */
  String origin() {
    String model = model();
    return model == null
        ? "Summary: the abstract's own words"
        : "Summary written by " + model + ", a language model";
  }

  static String date(LocalDate date) {
    return DATE.format(date);
  }

  /** Signs that join facts, in words. */
  static String inWords(String text) {
    return text.replace(" · ", ", ")
        .replace("→", "to")
        .replace("▲ ", "upvotes ")
        .replace("★ ", "stars ");
  }

  static String words(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  static String sentence(String words) {
    String text = words.strip();
    return text.isEmpty() || ".!?:".indexOf(text.charAt(text.length() - 1)) >= 0
        ? text
        : text + ".";
  }

  static String capitalised(String words) {
    if (words.isEmpty()) {
      return words;
    }
    int first = Character.charCount(words.codePointAt(0));
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }

  private @Nullable String model() {
    String by = view.summary().by();
    return by.startsWith(MODEL) ? by.substring(MODEL.length()) : null;
  }

  private static String count(long count, String one) {
    return grouped(count) + " " + one + (count == 1 ? "" : "s");
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
