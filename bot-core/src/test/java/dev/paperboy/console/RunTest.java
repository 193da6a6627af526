package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.StoreFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
  @TempDir private Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private int opened;
  private final List<CannedDesk> desks = new ArrayList<>();
  private Desk.Opener opener =
      (progress, warnings) -> {
        opened++;
        desks.add(new CannedDesk(home));
        return desk();
      };

  @Test
  void answersItsArgumentsAsOneLine() {
    assertThat(run("", "say", "\"state", "space\"", "-vision", "-x", "--jsonx")).isZero();

    assertThat(desk().asked).containsExactly("say \"state space\" -vision -x --jsonx");
    assertThat(seen(out)).isEqualTo("\"state space\" -vision -x --jsonx\n");
    assertThat(seen(err)).isEmpty();
    assertThat(desk().isClosed).isTrue();
  }

  @Test
  void takesItsOptionsAnywhereAmongTheArguments() {
    assertThat(run("", "today", "--json")).isZero();

    assertThat(seen(out)).startsWith("{\"papers\":[").hasLineCount(1).endsWith("}\n");
    assertThat(desk().asked).containsExactly("today");
  }

  @Test
  void anOptionWithinALineIsPartOfTheLine() {
    run("say --json\n");

    assertThat(seen(out)).isEqualTo("--json\n");
  }

  @Test
  void versionAndHelpOpenNothing() {
    assertThat(run("", "today", "--version")).isZero();
    assertThat(seen(out)).isEqualTo("Paperboy 1.2.3\n");
    out.reset();
    assertThat(run("", "--help", "--json")).isZero();
    assertThat(seen(out)).startsWith("{\"text\":\"Paperboy brings").hasLineCount(1);
    assertThat(opened).isZero();
  }

  @Test
  void theSelfTestRunsWithoutADesk() {
    assertThat(run("", "--selftest")).isZero();
    assertThat(seen(out)).isEqualTo("ok\n");
    assertThat(opened).isZero();
    assertThat(run("", "say", "--selftest")).isZero();
    assertThat(opened).isOne();
  }

  @Test
  void anEmptyInputIsNoMistake() {
    assertThat(run("")).isZero();
    assertThat(run("\n \r\n\t\n")).isZero();
    assertThat(run("\ufeff\n")).isZero();
    assertThat(opened).isZero();
    assertThat(seen(out)).isEmpty();
  }

  @Test
  void answersEachLineAndExitsWithTheHighestStatus() {
    assertThat(run("\ufeffsay one\r\n\nsay two\r\nfail\ntody\nsay last")).isEqualTo(2);

    assertThat(desk().asked).containsExactly("say one", "say two", "fail", "tody", "say last");
    assertThat(seen(out))
        .startsWith("one\n\ntwo\n\nThe source is down.\n\n  tody\n  ^\n")
        .endsWith("\n\nlast\n");
    assertThat(opened).isOne();
  }

  @Test
  void writesOneObjectForEachLine() {
    assertThat(run("today\nfail\nbreak\ntody\nsay x\n", "--json")).isEqualTo(2);

    assertThat(seen(out).lines())
        .hasSize(5)
        .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
  }

  @Test
  void aFaultIsSaidPolitelyAndTheRunGoesOn() {
    assertThat(run("break\nsay on\n")).isEqualTo(1);

    assertThat(seen(out)).isEqualTo("\non\n");
    assertThat(seen(err))
        .matches(
            "paperboy: Something went wrong in Paperboy itself;"
                + " the log has it as incident [0-9a-f]{6}\\.\n");
    err.reset();
    out.reset();
    assertThat(run("", "break", "--json")).isEqualTo(1);
    assertThat(seen(out))
        .startsWith("{\"error\":{\"code\":\"failure\",\"message\":\"Something went wrong")
        .hasLineCount(1);
  }

  @Test
  void aDeskThatCannotBeOpenedIsAskedForOnce() {
    opener =
        (progress, warnings) -> {
          opened++;
          throw new StoreFailure("The store was written by a newer Paperboy.");
        };

    assertThat(run("today\nsay x\n", "--json")).isEqualTo(1);

    assertThat(opened).isOne();
    assertThat(seen(out).lines())
        .hasSize(2)
        .allMatch(
            ("{\"error\":{\"code\":\"store\",\"message\":"
                    + "\"The store was written by a newer Paperboy.\"}}")
                ::equals);
    assertThat(seen(err)).contains("paperboy: The store was written by a newer Paperboy.\n");
  }

  @Test
  void warningsAndProgressGoToStandardError() {
    opener =
        (progress, warnings) -> {
          warnings.accept("PAPERBOY_HOM is no variable\u001b[2J.");
          return new CannedDesk(home);
        };

    run("", "say", "x");

    assertThat(seen(err)).isEqualTo("paperboy: PAPERBOY_HOM is no variable.\n");
    assertThat(seen(out)).isEqualTo("x\n");
  }

  @Test
  void survivesWhatIsNoUtf8AndVeryLongLines() {
    byte[] start = "say ".getBytes(StandardCharsets.UTF_8);
    byte[] line = new byte[100_000];
    Arrays.fill(line, (byte) 0xc3);
    System.arraycopy(start, 0, line, 0, start.length);
    line[line.length - 1] = '\n';

    assertThat(run(new ByteArrayInputStream(line), Map.of(), false, "--json")).isZero();

    assertThat(desk().asked.get(0)).hasSize(99_999).startsWith("say \ufffd");
    assertThat(run("say " + "x".repeat(3_000_000) + "\nsay y\n")).isZero();
    assertThat(desk().asked.get(0)).hasSize(TypedLines.LONGEST);
    assertThat(desk().asked.get(1)).isEqualTo("say y");
  }

  @Test
  void anArgumentWithLineBreaksIsOneLine() {
    run("", "say", "one\r\ntwo\nthree");

    assertThat(desk().asked).containsExactly("say one two three");
  }

  @Test
  void answersThousandsOfLines() {
    assertThat(run("today\n".repeat(5_000), "--json")).isZero();

    assertThat(seen(out)).hasLineCount(5_000);
  }

  @Test
  void endsQuietlyWhenTheReaderHasGone() {
    OutputStream closed =
        new OutputStream() {
          private int left = 3;

          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            if (left-- == 0) {
              throw new IOException("Broken pipe");
            }
          }
        };
    InputStream lines =
        new ByteArrayInputStream("say x\n".repeat(100).getBytes(StandardCharsets.UTF_8));

    assertThat(
            new Run(
                    new Streams(lines, closed, err, false, false, false, 0),
                    Map.of(),
                    () -> CannedPapers.AS_OF,
                    opener,
                    RunTest::noTerminal,
                    CannedDesk::new,
                    "1.2.3")
                .of())
        .isZero();

    assertThat(desk().asked).hasSizeLessThan(5);
    assertThat(seen(err)).isEmpty();
  }

  @Test
  void anInputThatCannotBeReadIsSaid() {
    InputStream folder =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Is a directory");
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
          }
        };

    assertThat(run(folder, Map.of(), false)).isEqualTo(1);

    assertThat(seen(err)).isEqualTo("paperboy: standard input: Is a directory\n");
  }

  @Test
  void takesTheWidthOfTheTerminalElseOfTheEnvironmentElseEighty() {
    String words = "w".repeat(9) + " ";
    run("", "say", words.repeat(20));
    assertThat(seen(out).lines().findFirst()).get().asString().hasSize(79);
    out.reset();
    run(InputStream.nullInputStream(), Map.of("COLUMNS", "60"), false, "say", words.repeat(20));
    assertThat(seen(out).lines().findFirst()).get().asString().hasSize(59);
  }

  @Test
  void aTerminalHasColoursUnlessItDoesNotWantThem() {
    run(InputStream.nullInputStream(), Map.of("TERM", "xterm"), true, "today");
    assertThat(seen(out)).startsWith("\u001b[1mTrending papers");
    out.reset();
    run(InputStream.nullInputStream(), Map.of("TERM", "xterm", "NO_COLOR", "1"), true, "today");
    assertThat(seen(out)).startsWith("Trending papers").doesNotContain("\u001b");
  }

  private CannedDesk desk() {
    return desks.get(desks.size() - 1);
  }

  private int run(String in, String... words) {
    return run(
        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), Map.of(), false, words);
  }

  private int run(
      InputStream in, Map<String, String> environment, boolean outIsTerminal, String... words) {
    return new Run(
            new Streams(in, out, err, false, outIsTerminal, false, 0),
            environment,
            () -> CannedPapers.AS_OF,
            (progress, warnings) -> opener.open(progress, warnings),
            RunTest::noTerminal,
            CannedDesk::new,
            "1.2.3")
        .of(words);
  }

  private static Terminal noTerminal() throws IOException {
    throw new IOException("no terminal here");
  }

  private static String seen(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
