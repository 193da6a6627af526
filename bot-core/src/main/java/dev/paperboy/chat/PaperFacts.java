package dev.paperboy.chat;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said about a paper in few words, by signs for the eye or in words for the ear. Text from
 * outside, not yet escaped.
 */
public final class PaperFacts {
  private static final String MODEL = "model:";

  private final PaperView view;
  private final Paper paper;

  public PaperFacts(PaperView view) {
    this.view = view;
    this.paper = view.known().paper();
  }

  public String title() {
    String title = Wording.of(view.title());
    return title.isBlank() ? "No title" : title;
  }

  public String summary() {
    return Wording.of(view.summarySpans());
  }

  /** "Q. Ding, X. Wang, R. Feng et al. (22)"; empty where nobody is named. */
  public String authors() {
    return Byline.of(paper.authors());
  }

  /** "▲ 72", "1 comment", "★ 4": what is not known or nought is left out. */
  public List<String> signals() {
    List<String> facts = new ArrayList<>();
    Signal signal = view.known().signal();
    if (!signal.equals(Signal.NONE)) {
      facts.add("▲ " + Ages.grouped(signal.upvotes()));
      if (signal.comments() != 0) {
        facts.add(Ages.count(signal.comments(), "comment"));
      }
      Integer stars = signal.stars();
      if (stars != null && stars != 0) {
        facts.add("★ " + Ages.grouped(stars));
      }
    }
    return facts;
  }

  /** "new", "climbing": what is new about it, in plain words. */
  public List<String> marks() {
    return view.marks().stream().filter(mark -> !mark.isBlank()).toList();
  }

  /** The model that wrote the summary; empty where the abstract's authors did. */
  public Optional<String> model() {
    String by = view.summary().by();
    return by.startsWith(MODEL) ? Optional.of(by.substring(MODEL.length())) : Optional.empty();
  }

  /** Whose words the summary is in. */
  public String origin() {
    return model()
        .map(model -> "Summary written by " + model + ", a language model")
        .orElse("Summary: the abstract's own words");
  }

  /** "listed Wed 12 Aug 2026, published Tue 11 Aug 2026"; empty where neither is known. */
  public String dates() {
    return Stream.of(
            view.known().listed() == null ? "" : "listed " + Ages.day(view.known().listed()),
            paper.published() == null ? "" : "published " + Ages.day(paper.published()))
        .filter(date -> !date.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** Authors, signals and marks in sentences, without a sign. */
  public String inWords() {
    List<String> sentences = new ArrayList<>();
    String authors = Byline.inWords(paper.authors());
    if (!authors.isBlank()) {
      sentences.add("By " + Wording.sentence(authors));
    }
    Signal signal = view.known().signal();
    if (!signal.equals(Signal.NONE)) {
      Integer stars = signal.stars();
      sentences.add(
          Stream.of(
                      Ages.count(signal.upvotes(), "upvote"),
                      signal.comments() == 0 ? null : Ages.count(signal.comments(), "comment"),
                      stars == null || stars == 0 ? null : Ages.count(stars, "star"))
                  .filter(Objects::nonNull)
                  .collect(Collectors.joining(", "))
              + ".");
    }
    for (String mark : marks()) {
      sentences.add(Wording.sentence(Wording.capitalised(Wording.withoutSigns(mark))));
    }
    model().ifPresent(model -> sentences.add("Summary by the model " + model + "."));
    return String.join(" ", sentences);
  }
}
