package dev.paperboy.discord;

import dev.paperboy.Environment;
import dev.paperboy.Paperboy;
import dev.paperboy.Settings;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.SubscriptionForm;
import dev.paperboy.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Goes through what a start needs, without network and without anybody's data. Trains the start-up
 * cache and tells whether a build can start.
 */
final class DiscordSelfTest {
  private static final String NOWHERE = "http://127.0.0.1:9";

  private DiscordSelfTest() {}

  /** The exit status. */
  static int run(Clock clock) {
    try {
      Path home = Files.createTempDirectory("paperboy-selftest");
      try {
        over(home, clock);
      } finally {
        remove(home);
      }
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void over(Path home, Clock clock) {
    Settings settings =
        Environment.read(
            Map.of(
                "PAPERBOY_HOME", home.toString(),
                "PAPERBOY_HUGGINGFACE_URL", NOWHERE,
                "PAPERBOY_ARXIV_URL", NOWHERE),
            home,
            home);
    System.setProperty("paperboy.home", home.toString());
    boolean same = DiscordRegistration.same(DiscordSheet.commands(), DiscordSheet.commands());
    var dialog =
        DiscordModals.subscription(
            new DiscordForm("subscribe", null, null, ""), SubscriptionForm.NEW);
    if (!same || dialog.getComponents().isEmpty()) {
      throw new IllegalStateException("the commands are not what they are");
    }
    DiscordRenderer renderer = new DiscordRenderer(line -> "help");
    try (Paperboy paperboy = Paperboy.open(settings, clock, Progress.SILENT, false)) {
      for (String line : List.of("help", "status", "saved", "search place")) {
        Message message = paperboy.answer(line, new Caller(DiscordWhere.PLATFORM, "1", null));
        var unused = renderer.render(DiscordSpeech.spoken(message), Layout.CARDS).create();
      }
    }
  }

  private static void remove(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
