package dev.paperboy.discord;

import dev.paperboy.Environment;
import dev.paperboy.Paperboy;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Caller.Manages;
import dev.paperboy.chat.Command.Whose;
import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Human;
import dev.paperboy.edition.SettableClock;
import dev.paperboy.progress.Progress;
import dev.paperboy.source.FakeHuggingFace;
import dev.paperboy.subscription.Subscription;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A whole Paperboy on Discord, with a source of a dozen papers; the date is 12 August 2026. */
final class DiscordHouse implements AutoCloseable {
  private static final String NOWHERE = "http://127.0.0.1:9";

  final FakeHuggingFace source = new FakeHuggingFace();
  final SettableClock clock = new SettableClock("2026-08-12T09:00:00Z");
  private final FakeDiscord discord;
  private final Path home;
  private @Nullable Paperboy paperboy;
  private @Nullable DiscordApp app;

  DiscordHouse(FakeDiscord discord, Path home) {
    this.discord = discord;
    this.home = home;
    source.list(
        "2026-08-12",
        list(
            "2608.00001 72 Agents that remember",
            "2608.00002 60 Diffusion of video",
            "2608.00003 55 Diffusion and agents",
            "2608.00004 50 State space models",
            "2608.00005 45 Scaling laws for agents",
            "2608.00006 40 Robots that fold laundry",
            "2608.00007 35 Language models of proteins",
            "2608.00008 30 Sound of rooms",
            "2608.00009 25 Maps from words",
            "2608.00010 20 Agents at work",
            "2608.00011 15 Cheap attention",
            "2608.00012 10 A survey of surveys"));
  }

  DiscordHouse open(String... more) {
    Map<String, String> environment = environment(discord);
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    DiscordSettings settings = DiscordSettings.read(Environment.of(environment, home, home));
    Paperboy opened = Paperboy.open(settings.core(), clock, Progress.SILENT, false);
    paperboy = opened;
    app = DiscordApp.start(settings, opened.desk(DiscordWhere.PLATFORM), clock);
    return this;
  }

  /** Begins to send what is due, as the program does. */
  DiscordHouse serve() {
    Objects.requireNonNull(paperboy).serve(app().couriers());
    return this;
  }

  /** Does not wait for the next turn of what is done by itself. */
  void sendDue() {
    int unused = Objects.requireNonNull(paperboy).deliverDue(app().couriers());
  }

  /** What the source lists for a date: "2608.00001 72 A title". */
  void lists(String date, String... rows) {
    source.list(date, list(rows));
  }

  private Map<String, String> environment(FakeDiscord at) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DISCORD_TOKEN", at.token());
    environment.put("DISCORD_API_URL", at.apiUrl().toString());
    environment.put("PAPERBOY_HOME", home.toString());
    environment.put("PAPERBOY_HUGGINGFACE_URL", source.base().toString());
    environment.put("PAPERBOY_ARXIV_URL", NOWHERE);
    environment.put("PAPERBOY_VECTORS", "off");
    return environment;
  }

  DiscordApp app() {
    return Objects.requireNonNull(app);
  }

  /** Somebody's own subscriptions, as they are kept. */
  List<Subscription> subscriptions(Human human) {
    Address direct = DiscordWhere.direct(human.id());
    return Objects.requireNonNull(paperboy)
        .suggestions()
        .subscriptions(
            Whose.MINE,
            new Caller(DiscordWhere.PLATFORM, human.id(), null, direct, Manages.NOTHING));
  }

  /** The digests of a server's channels, as they are kept. */
  List<Subscription> digests(String server) {
    Address channel = Address.channel(DiscordWhere.PLATFORM, server, "1");
    return Objects.requireNonNull(paperboy)
        .suggestions()
        .subscriptions(
            Whose.PLACE, new Caller(DiscordWhere.PLATFORM, "1", null, channel, Manages.SPACE));
  }

  /** As when the process is told to stop. */
  void stop() {
    DiscordApp running = app;
    Paperboy behind = paperboy;
    app = null;
    paperboy = null;
    if (running != null) {
      running.quiet();
    }
    if (behind != null) {
      behind.close();
    }
    if (running != null) {
      running.close();
    }
  }

  @Override
  public void close() {
    stop();
    source.close();
  }

  private static String list(String... rows) {
    return Arrays.stream(rows)
        .map(row -> row.split(" ", 3))
        .map(parts ->
            """
            {"paper":{"id":"%s","title":"%s","summary":"We think about it. It works.",
             "authors":[{"name":"Ada Lovelace","hidden":false}],
             "publishedAt":"2026-08-11T00:00:00.000Z","upvotes":%s},
             "publishedAt":"2026-08-11T00:00:00.000Z","title":"%s","numComments":1}
            """
                .formatted(parts[0], parts[2], parts[1], parts[2]))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
