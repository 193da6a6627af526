package dev.paperboy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Command.Export;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Command.PaperRef;
import dev.paperboy.chat.Command.Sort;
import dev.paperboy.paper.PaperId;
import dev.paperboy.when.Period;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {
  private static final Instant NOW = Instant.parse("2026-08-12T09:12:00Z");
  private final CommandParser parser = new CommandParser(InstantSource.fixed(NOW));

  @Test
  void todayAloneIsTheCurrentDate() {
    Command.Today today = command("today", Command.Today.class);
    assertThat(today.period()).isNull();
    assertThat(today.filter().isEmpty()).isTrue();
    assertThat(today.options()).isEqualTo(Command.Options.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "today 2026-08-11, 2026-08-11",
    "TODAY yesterday, 2026-08-11",
    "today 2026-W33, 2026-W33",
    "today 2026-w5, 2026-W05",
    "today 2026-07, 2026-07",
    "/papers today 2026-07 agents, 2026-07"
  })
  void todayTakesADateAWeekOrAMonth(String line, String period) {
    Period understood = command(line, Command.Today.class).period();
    assertThat(understood).extracting(Period::text).isEqualTo(period);
  }

  @ParameterizedTest
  @CsvSource({
    "today 2026-08-13, future-date, 7",
    "today 2026-W34, future-date, 7",
    "today 2026-09 agents, future-date, 7",
    "today 2026-02-31, bad-date, 7",
    "today 2026-W60, bad-date, 7",
    "'  today   2027-01-01', future-date, 11"
  })
  void aDateThatCannotBeIsNamedWithItsColumn(String line, String code, int column) {
    Content.Problem problem = problem(line);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.column()).isEqualTo(column);
    assertThat(understood(problem.near())).isTrue();
  }

  @Test
  void optionsAreTakenOutWhereverTheyStand() {
    Command.Search search =
        command(
            "search limit:5 state sort:NEW space page:2 layout:plain models", Command.Search.class);
    assertThat(search.options()).isEqualTo(new Command.Options(5, 2, Sort.NEW, Layout.PLAIN));
    assertThat(search.query().text().replaceAll("\\s+", " ")).isEqualTo("state space models");
  }

  @Test
  void anOptionInQuotesIsText() {
    Command.Search search = command("search \"limit:5 of\" growth", Command.Search.class);
    assertThat(search.options()).isEqualTo(Command.Options.NONE);
    assertThat(search.query().text()).contains("limit:5");
  }

  @ParameterizedTest
  @CsvSource({
    "search cats limit:0, 13, search cats limit:20",
    "search limit:101 cats, 8, search limit:20 cats",
    "search limit:many cats, 8, search limit:20 cats",
    "search cats page:0, 13, search cats page:2",
    "search cats sort:upvote, 13, search cats sort:upvotes",
    "today layout:card agents, 7, today layout:cards agents"
  })
  void aBadOptionIsNamedWithItsColumnAndTheNearestLine(String line, int column, String near) {
    Content.Problem problem = problem(line);
    assertThat(problem.code()).isEqualTo("bad-option");
    assertThat(problem.column()).isEqualTo(column);
    assertThat(problem.near()).isEqualTo(near);
    assertThat(understood(near)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "trending, WEEK",
    "top month diffusion, MONTH",
    "trending Today, TODAY",
    "trending weekly agents, WEEK"
  })
  void trendingTakesASpan(String line, Command.Trending.Span span) {
    assertThat(command(line, Command.Trending.class).span()).isEqualTo(span);
  }

  @Test
  void papersAreNamedByIdLinkRankOrTitle() {
    assertThat(command("show 2608.10915v2", Command.Show.class).paper())
        .isEqualTo(new PaperRef.ById(new PaperId("2608.10915")));
    assertThat(command("show https://arxiv.org/pdf/2608.10915v1", Command.Show.class).paper())
        .isEqualTo(new PaperRef.ById(new PaperId("2608.10915")));
    assertThat(command("similar #3", Command.Similar.class).paper())
        .isEqualTo(new PaperRef.ByRank(3));
    assertThat(command("save attention is all you need", Command.Save.class).paper())
        .isEqualTo(new PaperRef.ByTitle("attention is all you need"));
  }

  @Test
  void aPaperAloneIsShownAndAMessageWithLinksIsSummarized() {
    assertThat(command("2608.10915", Command.Show.class).paper())
        .isEqualTo(new PaperRef.ById(new PaperId("2608.10915")));
    assertThat(command("#2", Command.Show.class).paper()).isEqualTo(new PaperRef.ByRank(2));
    assertThat(
            command("have you seen https://arxiv.org/abs/2608.10915 ?", Command.Summarize.class)
                .text())
        .contains("2608.10915");
  }

  @Test
  void savedPapersAreExported() {
    assertThat(command("saved", Command.Saved.class).export()).isNull();
    assertThat(command("saved export BibTeX", Command.Saved.class).export())
        .isEqualTo(Export.BIBTEX);
    assertThat(problem("saved export bibtx").near()).isEqualTo("saved export bibtex");
    assertThat(problem("saved elsewhere").code()).isEqualTo("bad-option");
  }

  @ParameterizedTest
  @CsvSource({"serch cats, search cats", "tody, today", "cats and dogs, search cats and dogs"})
  void anUnknownWordIsAnsweredWithTheNearestLine(String line, String near) {
    Content.Problem problem = problem(line);
    assertThat(problem.code()).isEqualTo("unknown-word");
    assertThat(problem.column()).isEqualTo(1);
    assertThat(problem.near()).isEqualTo(near);
    assertThat(understood(near)).isTrue();
  }

  @Test
  void theColumnOfABadQueryCountsInTheLineAsTyped() {
    Content.Problem problem = problem("search limit:5 cats titel:dog");
    assertThat(problem.code()).isEqualTo("bad-query");
    assertThat(problem.column()).isEqualTo(21);
    assertThat(understood(problem.near())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "show", "similar ", "save", "summarize", "import", "show #0"})
  void whatIsMissingIsAskedFor(String line) {
    assertThat(understood(problem(line).near())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(CommandWord.class)
  void everyExampleOfTheHelpIsUnderstood(CommandWord word) {
    assertThat(word.examples()).isNotEmpty();
    for (String example : word.examples()) {
      assertThat(parser.parse(example)).as(example).isInstanceOf(Understanding.Understood.class);
      assertThat(example.split(" ", -1)[0]).isEqualTo(word.word());
    }
    assertThat(word.form()).startsWith(word.word());
  }

  @Test
  void noLineMakesItThrow() {
    long seed = 20260812L;
    Random random = new Random(seed);
    String[] parts = {
      "today",
      "search",
      "show",
      "saved",
      "export",
      " ",
      "  ",
      "\"",
      "“",
      "(",
      ")",
      "-",
      "OR",
      ",",
      "limit:",
      "limit:3",
      "page:x",
      "sort:",
      "2026-08-12",
      "2026-W99",
      "title:",
      "upvotes:>",
      "#3",
      "#",
      "\t",
      "\u0000",
      "\uD800",
      "é",
      "漢",
      "\u202E",
      "https://arxiv.org/abs/",
      "::"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder line = new StringBuilder();
      int length = random.nextInt(12);
      for (int j = 0; j < length; j++) {
        line.append(parts[random.nextInt(parts.length)]);
      }
      String text = line.toString();
      if (parser.parse(text) instanceof Understanding.Misunderstood wrong) {
        Integer column = wrong.problem().column();
        assertThat(column).as("seed %d: %s", seed, text).isNotNull();
        assertThat(column).isBetween(1, text.codePointCount(0, text.length()) + 1);
      }
    }
  }

  @Test
  void theLastIsoWeekOfAYearKeepsItsYear() {
    assertThat(new Period.Week(LocalDate.of(2020, 12, 28)).text()).isEqualTo("2020-W53");
    assertThat(Period.parse("2020-W53").orElseThrow().first())
        .isEqualTo(LocalDate.of(2020, 12, 28));
    assertThat(Period.parse("2021-W53")).isEmpty();
  }

  private <T extends Command> T command(String line, Class<T> type) {
    Understanding understanding = parser.parse(line);
    assertThat(understanding).as(line).isInstanceOf(Understanding.Understood.class);
    return type.cast(((Understanding.Understood) understanding).command());
  }

  private Content.Problem problem(String line) {
    Understanding understanding = parser.parse(line);
    assertThat(understanding).as(line).isInstanceOf(Understanding.Misunderstood.class);
    Understanding.Misunderstood wrong = (Understanding.Misunderstood) understanding;
    assertThat(wrong.line()).isEqualTo(line);
    return wrong.problem();
  }

  private boolean understood(@org.jspecify.annotations.Nullable String line) {
    return line != null && parser.parse(line) instanceof Understanding.Understood;
  }
}
