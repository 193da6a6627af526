package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.command.Limits;
import dev.paperboy.progress.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long an import and whole answers take, over real papers. Prints a table. */
@Tag("long")
class AnswerMeasure {
  private static final int QUESTIONS = 600;
  private static final Pattern TITLE = Pattern.compile("\"title\": ?\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final URI NOBODY = URI.create("http://127.0.0.1:9");

  @TempDir Path home;

  @Test
  void printsImportAndAnswers() throws IOException {
    String data = System.getProperty("paperboy.data", "");
    Path file = Path.of(data).resolve("huggingface/papers.jsonl.gz");
    Assumptions.assumeTrue(!data.isEmpty() && Files.exists(file));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Caller caller = new Caller("terminal", "me", ZoneOffset.UTC);
    Settings settings =
        new Settings(
            home,
            Optional.empty(),
            NOBODY,
            NOBODY,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Limits.USUAL,
            List.of());
    try (Paperboy paperboy = Paperboy.open(settings, Clock.systemUTC(), Progress.SILENT, true)) {
      long began = threads.getCurrentThreadCpuTime();
      assertThat(paperboy.answer("import " + file, caller).status()).isEqualTo(Status.ANSWERED);
      double imported = (threads.getCurrentThreadCpuTime() - began) / 1e9;
      began = threads.getCurrentThreadCpuTime();
      assertThat(paperboy.answer("import " + file, caller).status()).isEqualTo(Status.ANSWERED);
      double again = (threads.getCurrentThreadCpuTime() - began) / 1e9;
      double[] wall = new double[QUESTIONS];
      List<String> questions = questions(file);
      for (int i = 0; i < QUESTIONS; i++) {
        long start = System.nanoTime();
        assertThat(paperboy.answer("search " + questions.get(i), caller).status())
            .isEqualTo(Status.ANSWERED);
        wall[i] = (System.nanoTime() - start) / 1e6;
      }
      Arrays.sort(wall);
      System.out.printf(
          Locale.ROOT,
          "| what | figure |%n|---|---|%n"
              + "| import, first time, CPU of its thread | %.1f s |%n"
              + "| the same file again | %.1f s |%n"
              + "| whole answer to a search, %d distinct, median | %.1f ms |%n"
              + "| 99th percentile | %.1f ms |%n",
          imported,
          again,
          QUESTIONS,
          wall[QUESTIONS / 2],
          wall[QUESTIONS * 99 / 100]);
      Figures.add(
          "whole answer to a search by words, median ms (99th percentile)",
          String.format(
              Locale.ROOT, "%.1f (%.1f)", wall[QUESTIONS / 2], wall[QUESTIONS * 99 / 100]),
          "",
          "");
      assertThat(imported).isLessThan(30);
    }
  }

  private static List<String> questions(Path file) throws IOException {
    List<String> titles = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher title = TITLE.matcher(line);
        if (title.find()) {
          titles.add(title.group(1).replaceAll("[^A-Za-z ]", " ").strip());
        }
      }
    }
    titles.removeIf(title -> title.length() < 10);
    Collections.shuffle(titles, new Random(3));
    return titles.subList(0, QUESTIONS);
  }
}
