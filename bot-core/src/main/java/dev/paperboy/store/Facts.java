package dev.paperboy.store;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a paper after one more sighting. A sighting overrules what is known where its
 * origin weighs as much or more; where it weighs less, it only fills what is missing. Whether a
 * paper is withdrawn is told by the latest sighting, but never by the sample of a real paper.
 */
final class Facts {
  private static final Pattern CATEGORY =
      Pattern.compile(
          "astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph"
              + "|(?:astro-ph|cond-mat|cs|econ|eess|math|nlin|physics|q-bio|q-fin|stat)"
              + "\\.[A-Za-z-]{2,20}");

  private Facts() {}

  /**
   * @param signal the latest known after the sighting
   */
  static CatalogPaper merge(
      @Nullable CatalogPaper known, Sighting sighting, Signal signal, Origin origin) {
    Paper seen = sighting.paper();
    if (known == null) {
      return new CatalogPaper(seen, sighting.listed(), signal, origin);
    }
    boolean overrules = weight(origin) >= weight(known.origin());
    Paper first = overrules ? seen : known.paper();
    Paper second = overrules ? known.paper() : seen;
    Paper paper =
        new Paper(
            seen.id(),
            first.title().isEmpty() ? second.title() : first.title(),
            first.abstractText().isEmpty() ? second.abstractText() : first.abstractText(),
            first.authors().isEmpty() ? second.authors() : first.authors(),
            firstKnown(first.organization(), second.organization()),
            topics(first.topics(), second.topics()),
            firstKnown(first.aiSummary(), second.aiSummary()),
            firstKnown(first.published(), second.published()),
            firstKnown(first.code(), second.code()),
            firstKnown(first.project(), second.project()),
            firstKnown(first.thumbnail(), second.thumbnail()),
            isSampleOfReal(known, origin) ? known.paper().withdrawn() : seen.withdrawn());
    return new CatalogPaper(
        paper,
        earlier(known.listed(), sighting.listed()),
        signal,
        overrules ? origin : known.origin());
  }

  /** Whether a sighting comes from the sample although the paper is known from elsewhere. */
  static boolean isSampleOfReal(@Nullable CatalogPaper known, Origin origin) {
    return origin == Origin.SAMPLE && known != null && known.origin() != Origin.SAMPLE;
  }

  private static int weight(Origin origin) {
    return switch (origin) {
      case HUGGINGFACE, IMPORT -> 2;
      case ARXIV -> 1;
      case SAMPLE -> 0;
    };
  }

  private static <T> @Nullable T firstKnown(@Nullable T first, @Nullable T second) {
    return first != null ? first : second;
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return b.isBefore(a) ? b : a;
  }

  /** Keywords and categories come from different sources: each kind is known on its own. */
  private static List<String> topics(List<String> first, List<String> second) {
    Predicate<String> category = CATEGORY.asMatchPredicate();
    boolean categories = first.stream().anyMatch(category);
    boolean keywords = first.stream().anyMatch(category.negate());
    if (categories && keywords) {
      return first;
    }
    List<String> both = new ArrayList<>(first);
    for (String topic : second) {
      if (category.test(topic) ? !categories : !keywords) {
        both.add(topic);
      }
    }
    return both;
  }
}
