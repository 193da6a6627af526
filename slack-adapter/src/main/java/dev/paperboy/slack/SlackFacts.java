package dev.paperboy.slack;

import dev.paperboy.chat.PaperFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The quiet line about a paper. */
final class SlackFacts {
  private SlackFacts() {}

  /** "Q. Ding, X. Wang, R. Feng et al. (22) · ▲ 72 · 1 comment · *new*". */
  static String line(PaperFacts facts, int most) {
    List<String> signals = new ArrayList<>(facts.signals());
    facts.marks().forEach(mark -> signals.add("*" + SlackText.escaped(mark, 80) + "*"));
    facts.model().ifPresent(model -> signals.add("summary by " + SlackText.escaped(model, 60)));
    return Stream.of(SlackText.escaped(facts.authors(), most), String.join(" · ", signals))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining("  ·  "));
  }
}
