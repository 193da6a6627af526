package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.slack.WholePaperboy.Mode;
import dev.paperboy.slack.fake.Human;
import dev.paperboy.slack.fake.Posted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes down what Paperboy sends on a real day, for {@code .ci/pictures} to draw. */
@Tag("long")
class SlackPicturesTest {
  @TempDir Path home;

  @Test
  void aDigestASearchTheHomeTabAndADialogAreWrittenDown() throws IOException {
    Path pictures = Path.of(property("paperboy.pictures"));
    try (WholePaperboy whole = new WholePaperboy(Mode.SOCKET, home, "2026-08-11T06:50:00Z")) {
      replay(whole, Path.of(property("paperboy.data"), "huggingface", "daily"));
      whole.slack.channel("T1", "C1");
      Human ann = whole.slack.human("T1", "U1");
      say(whole, ann, "digest create agents, 4d weekdays 09:00 max:4", "Digest created");
      say(whole, ann, "subscribe diffusion -video weekdays 08:30 max:3", "Subscribed: number 1");
      say(whole, ann, "subscribe author:\"Yann LeCun\" weekly mon 09:00", "Subscribed: number 2");
      say(whole, ann, "pause 2", "Paused: number 2");
      whole.sendDue();
      whole.clock.jump("2026-08-11T07:00:30Z");
      whole.sendDue();
      whole.clock.jump("2026-08-12T07:00:30Z");
      whole.sendDue();

      Posted digest =
          whole.slack.messages("T1", "C1").stream()
              .filter(posted -> posted.onlyFor() == null)
              .reduce((first, last) -> last)
              .orElseThrow();
      write(pictures, "digest", digest.body());
      ann.command("C1", "search how do agents remember limit:4");
      write(pictures, "search", answer(whole, said("how do agents remember")).body());
      ann.open("home");
      write(pictures, "home", whole.slack.await("the tab", () -> whole.slack.home("T1", "U1")));
      ann.command("C1", "edit 1");
      write(pictures, "dialog", ann.modal(SlackViews.SUBSCRIPTION));
    }
  }

  private static void replay(WholePaperboy whole, Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "2026-08-*.json")) {
      for (Path file : files) {
        String date = file.getFileName().toString().replace(".json", "");
        whole.source.list(date, Files.readString(file, StandardCharsets.UTF_8));
      }
    }
  }

  private static void say(WholePaperboy whole, Human human, String line, String answered) {
    human.command("C1", line);
    Posted answer = answer(whole, said(answered));
    assertThat(answer.onlyFor()).isEqualTo("U1");
  }

  private static Posted answer(WholePaperboy whole, Predicate<Posted> wanted) {
    return whole.slack.message("T1", "C1", wanted);
  }

  private static Predicate<Posted> said(String words) {
    return posted -> posted.everything().contains(words);
  }

  private static void write(Path folder, String name, JsonNode payload) throws IOException {
    assertThat(payload.path("blocks")).isNotEmpty();
    Files.writeString(
        folder.resolve("slack-" + name + ".json"),
        SlackJson.write(payload),
        StandardCharsets.UTF_8);
  }

  private static String property(String name) {
    String value = System.getProperty(name, "");
    assertThat(value).as("-D" + name).isNotEmpty();
    return value;
  }
}
