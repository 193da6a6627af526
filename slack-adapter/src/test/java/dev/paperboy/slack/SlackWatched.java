package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.delivery.WatchedPlatform;
import dev.paperboy.slack.fake.Call;
import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Posted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people see in one workspace. */
final class SlackWatched implements WatchedPlatform {
  private final FakeSlack slack;
  private final String team;

  SlackWatched(FakeSlack slack, String team) {
    this.slack = slack;
    this.team = team;
  }

  @Override
  public URI address() {
    return slack.apiUrl();
  }

  @Override
  public void awaitAccepted(int count) {
    var unused =
        slack.await(
            count + " messages",
            Duration.ofMinutes(1),
            () -> visible() >= count ? Optional.of(true) : Optional.empty());
  }

  @Override
  public int visible() {
    return slack.messages(team).size();
  }

  @Override
  public int duplicates() {
    return visible() - (int) slack.messages(team).stream().map(this::delivery).distinct().count();
  }

  private String delivery(Posted posted) {
    return posted.body().at("/metadata/event_payload/delivery").asText();
  }

  /** Into one channel within a second after another message, as its sender saw it. */
  @Override
  public int early() {
    Path hasty = SlackSender.hasty(address());
    try {
      return Files.exists(hasty) ? Files.readAllLines(hasty).size() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Call> posts() {
    return slack.calls("chat.postMessage");
  }

  @Override
  public String account() {
    Map<String, Integer> outcomes = new HashMap<>();
    posts().forEach(call -> outcomes.merge(call.outcome(), 1, Integer::sum));
    return "%d visible, %d duplicates, %d too soon, calls to post %s, looks %d"
        .formatted(
            visible(),
            duplicates(),
            early(),
            outcomes,
            slack.calls("conversations.history").size());
  }

  @Override
  public void close() {
    try (slack) {
      Files.deleteIfExists(SlackSender.hasty(address()));
      assertThat(slack.problems()).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
