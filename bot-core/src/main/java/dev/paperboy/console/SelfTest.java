package dev.paperboy.console;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Span;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import dev.paperboy.summary.Summary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;

/**
 * Goes through what a run needs, without network and without anybody's data: every layout, the
 * JSON, a conversation of one line, and a desk over an empty folder that is thrown away. Trains the
 * start-up cache and tells whether a build can start.
 */
final class SelfTest {
  private static final Instant MOMENT = Instant.parse("2026-08-12T09:12:00Z");
  private static final LocalDate DATE = LocalDate.parse("2026-08-12");

  /** Goes by the date that the paper below is listed on, so that nothing is fetched. */
  private static final List<String> LINES =
      List.of(
          "today 2026-08-12",
          "search place",
          "show paperboy-self-test",
          "save paperboy-self-test",
          "saved export bibtex",
          "status",
          "help");

  private static final String PAPER =
      """
      {"id":"paperboy-self-test","title":"A Paper that Nobody Wrote","abstract":"It says nothing. \
      It shows that everything is in its place.","dailyDate":"2026-08-12"}
      """;

  private final Output out;
  private final Output err;
  private final Function<Path, Desk> deskOver;

  /**
   * @param deskOver opens a desk over a data folder, without network
   */
  SelfTest(Output out, Output err, Function<Path, Desk> deskOver) {
    this.out = out;
    this.err = err;
    this.deskOver = deskOver;
  }

  int run() {
    try {
      for (Layout layout : Layout.values()) {
        Look look = new Look(Look.USUAL_WIDTH, true, true, layout, DATE);
        TerminalRenderer.render(list(), "today", look);
        TerminalRenderer.render(full(), "show #1", look);
        TerminalRenderer.render(problem(), "today upvotes:many", look);
      }
      String json = JsonRenderer.render(list());
      if (!json.startsWith("{\"papers\":[{\"id\":\"paperboy-self-test\"")) {
        throw new IllegalStateException("self-test: " + json);
      }
      converse();
      atTheDesk();
    } catch (IOException | RuntimeException e) {
      err.write("paperboy: the self-test failed: " + TerminalText.line(String.valueOf(e)) + "\n");
      return Status.FAILED.exitStatus();
    }
    out.write("ok\n");
    return 0;
  }

  private static void converse() throws IOException {
    var typed = new ByteArrayInputStream("exit\n".getBytes(StandardCharsets.UTF_8));
    var seen = new ByteArrayOutputStream();
    try (Terminal terminal =
        new DumbTerminal("self-test", "dumb", typed, seen, StandardCharsets.UTF_8)) {
      Conversation.reader(terminal, line -> List.of()).readLine(Conversation.PROMPT);
    }
  }

  private void atTheDesk() throws IOException {
    Path home = Files.createTempDirectory("paperboy-self-test");
    try {
      Path papers = Files.writeString(home.resolve("papers.jsonl"), PAPER);
      try (Desk desk = deskOver.apply(home)) {
        answer(desk, "import \"" + papers + "\"");
        LINES.forEach(line -> answer(desk, line));
      }
    } finally {
      remove(home);
    }
  }

  private static void answer(Desk desk, String line) {
    Message answer = desk.answer(line);
    TerminalRenderer.render(
        answer, line, new Look(Look.USUAL_WIDTH, false, false, desk.layout(line), DATE));
    String json = JsonRenderer.render(answer);
    if (answer.status() == Status.FAILED) {
      throw new IllegalStateException(line + ": " + json);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static Message list() {
    PaperView paper = view();
    return new Message(
        Status.ANSWERED,
        List.of(
            new Block.Heading("Self-test · one paper"),
            Block.FinePrint.of("1 listed · made up"),
            new Block.PaperCard(paper, 1, false, List.of()),
            new Block.Actions(List.of(new Action("details", "show #1")))),
        new Content.Papers(List.of(paper), 1, MOMENT, Origin.SAMPLE, List.of("made up")));
  }

  private static Message full() {
    PaperView paper = view();
    return new Message(
        Status.ANSWERED,
        List.of(new Block.PaperCard(paper, 0, true, List.of())),
        new Content.Papers(List.of(paper), 1, MOMENT, Origin.SAMPLE, List.of()));
  }

  private static Message problem() {
    return new Message(
        Status.MISUNDERSTOOD,
        List.of(),
        new Content.Problem("bad-query", "A number was expected.", 15, "today upvotes:>=50"));
  }

  private static PaperView view() {
    Paper paper =
        new Paper(
            new PaperId("paperboy-self-test"),
            "A Paper that Nobody Wrote — 自検",
            "It says nothing. It shows that everything is in its place.",
            List.of("Ada Example", "Jean-Pierre van der Meer", "Example Team", "Li Example"),
            "Example",
            List.of("testing"),
            null,
            DATE,
            "https://example.org/code",
            "https://example.org",
            null,
            false);
    return new PaperView(
        new CatalogPaper(paper, DATE, new Signal(1_204, 1, 4, MOMENT), Origin.SAMPLE),
        List.of(
            new Span.Plain("A Paper that "),
            new Span.Highlight("Nobody"),
            new Span.Plain(" Wrote")),
        new Summary("It says nothing.", "Everything is in its place.", "abstract"),
        List.of(new Span.Plain("It says nothing.")),
        0.5,
        List.of("new"));
  }
}
