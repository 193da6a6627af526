package dev.paperboy.source.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SampleEditionTest {
  private static final LocalDate DATE = LocalDate.of(2026, 8, 12);
  private static final Instant CAPTURED = Instant.parse("2026-08-12T09:00:00Z");

  private final SampleEdition sample = SampleEdition.load();

  @Test
  void holdsTwentyPapersOfOneDay() {
    assertThat(sample.date()).isEqualTo(DATE);
    assertThat(sample.capturedAt()).isEqualTo(CAPTURED);
    assertThat(sample.papers()).hasSize(20).allMatch(sighting -> DATE.equals(sighting.listed()));
    assertThat(papers().map(Paper::id)).doesNotHaveDuplicates().allMatch(PaperId::isArxiv);
  }

  @Test
  void keepsTheListsOrderByUpvotes() {
    assertThat(sample.papers())
        .extracting(sighting -> sighting.signals().getFirst().upvotes())
        .isSortedAccordingTo(Comparator.reverseOrder())
        .startsWith(72, 62, 33)
        .endsWith(1);
  }

  @Test
  void stampsOneSignalForEachPaperWithTheCapture() {
    assertThat(sample.papers())
        .allSatisfy(sighting -> {
          assertThat(sighting.signals()).hasSize(1);
          Signal signal = sighting.signals().getFirst();
          assertThat(signal.at()).isEqualTo(CAPTURED);
          assertThat(signal.upvotes()).isPositive();
          assertThat(signal.comments()).isNotNegative();
          assertThat(signal.stars() == null).isEqualTo(sighting.paper().code() == null);
        });
  }

  @Test
  void givesEveryPaperItsFacts() {
    assertThat(papers())
        .allSatisfy(paper -> {
          assertThat(paper.title()).isNotBlank().isEqualTo(collapsed(paper.title()));
          assertThat(paper.authors()).isNotEmpty().doesNotHaveDuplicates();
          assertThat(paper.authors())
              .allMatch(author -> !author.isBlank() && author.equals(collapsed(author)));
          assertThat(paper.topics()).hasSizeBetween(4, 10).doesNotHaveDuplicates();
          assertThat(paper.topics()).noneMatch(String::isBlank);
          assertThat(paper.published()).isBetween(DATE.minusDays(60), DATE);
          assertThat(paper.thumbnail()).startsWith("https://").endsWith(paper.id() + ".png");
          assertThat(Stream.of(paper.code(), paper.project()).filter(Objects::nonNull))
              .allMatch(link -> link.startsWith("https://"));
          assertThat(paper.withdrawn()).isFalse();
          assertThat(paper.aiSummary()).isNull();
        });
  }

  @Test
  void givesEveryPaperFourToSixSentencesOfEightyTo130Words() {
    assertThat(papers())
        .allSatisfy(paper -> {
          String text = paper.abstractText();
          assertThat(text.split(" ", -1)).hasSizeBetween(80, 130);
          assertThat(Wording.sentences(text)).hasSizeBetween(4, 6);
          assertThat(text).endsWith(".");
        });
  }

  @Test
  void saysInEveryAbstractWhatThePaperOffers() {
    assertThat(papers())
        .allSatisfy(paper ->
            assertThat(Wording.sentences(paper.abstractText()))
                .anyMatch(sentence -> sentence.matches("We (propose|introduce|present|study) .+")));
  }

  @Test
  void holdsNoControlCharactersAndNoMarkup() {
    Stream<String> texts =
        papers()
            .flatMap(paper ->
                Stream.of(
                        Stream.of(paper.title(), paper.abstractText()),
                        paper.authors().stream(),
                        paper.topics().stream(),
                        Stream.ofNullable(paper.organization()))
                    .flatMap(part -> part));
    assertThat(Stream.concat(texts, Stream.of(sample.note())))
        .allMatch(text -> text.codePoints().allMatch(SampleEditionTest::isPlain))
        .allMatch(text -> text.equals(collapsed(text)));
    assertThat(papers().map(Paper::abstractText)).noneMatch(text -> text.matches(".*[\\\\$<>&].*"));
  }

  @Test
  void tellsThatTheAbstractsAreRetold() {
    assertThat(sample.note()).contains("2026-08-12", "Hugging Face", "retold by Paperboy");
  }

  private Stream<Paper> papers() {
    return sample.papers().stream().map(Sighting::paper);
  }

  private static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String collapsed(@Nullable String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ").strip();
  }
}
