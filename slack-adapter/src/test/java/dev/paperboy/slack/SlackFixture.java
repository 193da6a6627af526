package dev.paperboy.slack;

import dev.paperboy.Environment;
import dev.paperboy.FrontDesk;
import dev.paperboy.access.Installation;
import dev.paperboy.access.Installations;
import dev.paperboy.chat.Address;
import dev.paperboy.slack.fake.FakeSlack;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The app started against a fake Slack, in each of its modes. */
final class SlackFixture {
  /** What tokens are sealed with. */
  static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  /** Installations in memory. */
  static final class KeptInstallations implements Installations {
    final Map<String, Installation> kept = new ConcurrentHashMap<>();
    final List<String> removed = new CopyOnWriteArrayList<>();

    @Override
    public void keep(Installation installation) {
      kept.put(installation.space(), installation);
    }

    @Override
    public Optional<Installation> find(String platform, String space) {
      return Optional.ofNullable(kept.get(space));
    }

    @Override
    public List<Installation> on(String platform) {
      return List.copyOf(kept.values());
    }

    @Override
    public int remove(String platform, String space, String why, Instant now) {
      removed.add(space);
      return kept.remove(space) == null ? 0 : 1;
    }

    @Override
    public List<Address> suspended(String platform, String space) {
      return List.of();
    }
  }

  private SlackFixture() {}

  static SlackApp inSocketMode(
      FakeSlack slack, Path home, FrontDesk desk, Installations installations) {
    String bot = slack.workspace("T1").botToken();
    return start(
        slack,
        home,
        desk,
        installations,
        Map.of("SLACK_BOT_TOKEN", bot, "SLACK_APP_TOKEN", slack.appToken()));
  }

  static SlackApp inHttpMode(
      FakeSlack slack, Path home, FrontDesk desk, Installations installations) {
    String bot = slack.workspace("T1").botToken();
    return calledBy(
        slack,
        start(
            slack,
            home,
            desk,
            installations,
            Map.of("SLACK_BOT_TOKEN", bot, "SLACK_SIGNING_SECRET", slack.signingSecret())));
  }

  static SlackApp withOAuth(
      FakeSlack slack, Path home, FrontDesk desk, Installations installations) {
    return calledBy(
        slack,
        start(
            slack,
            home,
            desk,
            installations,
            Map.of(
                "SLACK_CLIENT_ID", slack.clientId(),
                "SLACK_CLIENT_SECRET", slack.clientSecret(),
                "SLACK_SIGNING_SECRET", slack.signingSecret(),
                "PAPERBOY_KEY", KEY)));
  }

  private static SlackApp calledBy(FakeSlack slack, SlackApp app) {
    slack.callsAt(address(app, SlackHttp.EVENTS));
    return app;
  }

  static URI address(SlackApp app, String path) {
    return URI.create("http://127.0.0.1:" + app.port() + path);
  }

  static SlackSettings settings(FakeSlack slack, Path home, Map<String, String> mode) {
    Map<String, String> environment = new HashMap<>(mode);
    environment.put("SLACK_API_URL", slack.apiUrl().toString());
    environment.put("SLACK_PORT", "0");
    environment.put("PAPERBOY_HOME", home.toString());
    return SlackSettings.read(Environment.of(environment, home, home));
  }

  private static SlackApp start(
      FakeSlack slack,
      Path home,
      FrontDesk desk,
      Installations installations,
      Map<String, String> mode) {
    return SlackApp.start(settings(slack, home, mode), desk, installations, Clock.systemUTC());
  }
}
