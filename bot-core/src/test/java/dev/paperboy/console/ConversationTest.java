package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.LineReader;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConversationTest {
  @TempDir private Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ByteArrayOutputStream echo = new ByteArrayOutputStream();
  private final List<String> asked = new ArrayList<>();

  @Test
  void greetsInTwoLinesAndAnswersUntilExit() throws IOException {
    assertThat(type("say one\n\nsay \"two' \\ !x\nexit\nsay three\n")).isZero();

    assertThat(asked).containsExactly("say one", "say \"two' \\ !x");
    assertThat(seen())
        .isEqualTo(
            """
            Paperboy 1.2.3 · the day's trending research papers
            Try `today`, `search agent memory` or `help`. Tab completes, `exit` leaves.

            one

            "two' \\ !x

            """);
  }

  @Test
  void endsAtTheEndOfTheInputAndAtQuit() throws IOException {
    assertThat(type("say one\n")).isZero();
    assertThat(asked).containsExactly("say one");
    assertThat(type(" QUIT \nsay two\n")).isZero();
    assertThat(asked).hasSize(1);
  }

  @Test
  void speaksJsonWithoutAGreeting() throws IOException {
    type("say one\n", "--json");

    assertThat(seen()).isEqualTo("{\"text\":\"one\"}\n");
  }

  @Test
  void remembersWhatWasTypedForItsOwnerAlone() throws IOException {
    type("say one\n secret\nclear\nsay two\nexit\n");

    Path history = home.resolve("history");
    assertThat(history).hasContent("say one\nsay two\n");
    assertThat(Files.getPosixFilePermissions(history)).hasToString("[OWNER_READ, OWNER_WRITE]");
  }

  @Test
  void aBrokenOrUnwritableHistoryIsNoTrouble() throws IOException {
    Files.write(home.resolve("history"), new byte[] {(byte) 0xff, 0, 27, '[', '\n', (byte) 0xc3});
    assertThat(type("say one\n")).isZero();
    Files.delete(home.resolve("history"));
    Files.createDirectory(home.resolve("history"));
    assertThat(type("say two\n")).isZero();

    assertThat(asked).containsExactly("say one", "say two");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void completesWordsThroughTheDesk() throws IOException {
    try (var terminal = new LineDisciplineTerminal("test", "xterm", echo, StandardCharsets.UTF_8)) {
      var reader = Conversation.reader(terminal, new CannedDesk(home)::completions);
      assertThat(typed(terminal, reader, "sea\tupv\t>=50\r")).isEqualTo("search upvotes:>=50");
      assertThat(typed(terminal, reader, "show 2608.109\t\r")).isEqualTo("show 2608.10915 ");
    }
  }

  @Test
  void aDeskThatCannotBeOpenedEndsItBeforeItBegins() throws IOException {
    assertThat(
            run(
                    "say x\n",
                    (progress, warnings) -> {
                      throw new Desk.Closed("store", "No place for a data folder.", null);
                    })
                .of())
        .isEqualTo(1);

    assertThat(seen()).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("paperboy: No place for a data folder.\n");
  }

  @Test
  void keepsTheLatestThousandLines() throws IOException {
    Path history = home.resolve("history");
    Files.writeString(history, "old\n".repeat(2_000) + "new\n".repeat(PastLines.KEPT));

    assertThat(new PastLines(history).all()).hasSize(PastLines.KEPT).containsOnly("new");
    assertThat(Files.readAllLines(history)).hasSize(PastLines.KEPT);
  }

  private static String typed(LineDisciplineTerminal terminal, LineReader reader, String keys)
      throws IOException {
    terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    return reader.readLine(Conversation.PROMPT);
  }

  private int type(String lines, String... words) throws IOException {
    return run(
            lines,
            (progress, warnings) ->
                new CannedDesk(home) {
                  @Override
                  public Message answer(String line) {
                    ConversationTest.this.asked.add(line);
                    return super.answer(line);
                  }
                })
        .of(words);
  }

  private Run run(String lines, Desk.Opener opener) {
    var keys = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    return new Run(
        new Streams(keys, out, err, true, true, true, 0),
        Map.of("TERM", "dumb"),
        () -> CannedPapers.AS_OF,
        opener,
        () -> new DumbTerminal("test", "dumb", keys, echo, StandardCharsets.UTF_8),
        CannedDesk::new,
        "1.2.3");
  }

  private String seen() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
