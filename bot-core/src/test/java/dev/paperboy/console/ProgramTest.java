package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, with a canned desk behind it. */
@Timeout(120)
class ProgramTest {
  @TempDir private Path home;

  @Test
  void speaksUtf8InTheCLocaleAndLogsNothingWhileAllIsWell() throws Exception {
    Process process = start("--json");
    try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write("say ▲ 多模态 é\n");
    }

    assertThat(text(process.getInputStream().readAllBytes())).isEqualTo("{\"text\":\"▲ 多模态 é\"}\n");
    assertThat(text(process.getErrorStream().readAllBytes())).isEmpty();
    assertThat(process.waitFor()).isZero();
    assertThat(home.resolve("log")).doesNotExist();
  }

  @Test
  void aFaultLeavesItsStackTraceInTheLogAlone() throws Exception {
    Process process = start("break");
    process.getOutputStream().close();

    assertThat(text(process.getInputStream().readAllBytes())).isEmpty();
    String said = text(process.getErrorStream().readAllBytes());
    assertThat(said).startsWith("paperboy: Something went wrong").hasLineCount(1);
    assertThat(process.waitFor()).isEqualTo(1);
    String incident = said.replaceAll("(?s).*incident ([0-9a-f]{6})\\..*", "$1");
    assertThat(Files.readString(home.resolve("log/paperboy.log")))
        .contains("incident " + incident + " at: break")
        .contains("IllegalStateException: broken on purpose")
        .contains("at dev.paperboy.console.");
  }

  @Test
  void endsQuietlyWhenItsReaderHasGone() throws Exception {
    Process process = start("--json");
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write("today\n");
      in.flush();
      assertThat(out.readLine()).startsWith("{\"papers\":");
      out.close();
      for (int i = 0; i < 5_000; i++) {
        in.write("today\n");
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("roken pipe"); // it has left before we were done
    }

    assertThat(text(process.getErrorStream().readAllBytes())).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  private Process start(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dpaperboy.home=" + home,
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                CannedConsole.class.getName()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
