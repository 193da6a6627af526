package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.Secret;
import dev.paperboy.access.Installation;
import dev.paperboy.chat.Address;
import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Fault;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps Paperboy from writing is named, each with what mends it. */
class SlackDoctorTest {
  @TempDir Path home;
  private final FakeSlack slack = FakeSlack.start();
  private final SlackFixture.KeptInstallations installations = new SlackFixture.KeptInstallations();

  @BeforeEach
  void open() {
    var unused = slack.workspace("T1");
    slack.channel("T1", "C1");
  }

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void eachMissingScopeIsNamedWithWhatItIsForAndItsFix() {
    try (SlackApp app = inHttpMode()) {
      assertThat(app.doctor()).isEmpty();
      Set<String> unnamed = new TreeSet<>(SlackScopes.needed());
      for (String scope : SlackScopes.needed()) {
        slack.withoutScope("T1", scope);
      }
      List<String> found = app.doctor();
      unnamed.removeIf(scope ->
          found.stream()
              .anyMatch(line ->
                  line.startsWith("The scope " + scope + " is missing: ")
                      && line.endsWith(SlackScopes.BY_OWNER)));
      assertThat(unnamed).isEmpty();
      assertThat(app.courier().obstacles(channel("C1"))).containsAll(found);
    }
  }

  @Test
  void whatKeepsAChannelFromBeingWrittenToIsNamed() {
    slack.privateChannel("T1", "C2");
    slack.channelWithoutBot("T1", "C3");
    try (SlackApp app = inHttpMode()) {
      SlackCourier courier = app.courier();
      assertThat(courier.obstacles(channel("C1"))).isEmpty();
      assertThat(courier.obstacles(channel("C2"))).isEmpty();
      assertThat(courier.obstacles(channel("C3"))).as("public, not invited, may write").isEmpty();
      assertThat(courier.obstacles(Address.direct("slack", "T1", "U1"))).isEmpty();
      slack.admin("T1").archive("C1");
      slack.admin("T1").kickBot("C2");
      assertThat(courier.obstacles(channel("C1"))).singleElement().asString().contains("archived");
      assertThat(courier.obstacles(channel("C2"))).singleElement().asString().contains("/invite");
      slack.withoutScope("T1", "chat:write.public");
      assertThat(courier.obstacles(channel("C3"))).hasSize(2).anyMatch(l -> l.contains("/invite"));
    }
  }

  @Test
  void slackThatCannotBeAskedIsSaidToBeSo() {
    try (SlackApp app = inHttpMode()) {
      slack.next(Fault.status("auth.test", 500));
      assertThat(app.courier().obstacles(channel("C1")))
          .containsExactly(
              "Slack cannot be reached (slack: answered 500). Look again in a minute.");
      slack.next(Fault.error("auth.test", "token_revoked"));
      assertThat(app.courier().obstacles(channel("C1")))
          .containsExactly(
              "Slack says: the workspace no longer lets Paperboy in (token_revoked); install it"
                  + " again.");
    }
  }

  @Test
  void withManyWorkspacesEachIsNamed() {
    slack.withoutScope("T1", "links:read");
    var unused = slack.workspace("T2");
    try (SlackApp app = SlackFixture.withOAuth(slack, home, new CannedDesk(), installations)) {
      assertThat(app.courier().obstacles(channel("C1")))
          .singleElement()
          .asString()
          .contains("not installed in the workspace T1");
      List<String> scopes = SlackScopes.needed();
      install("T1", scopes.stream().filter(scope -> !scope.equals("links:read")).toList());
      install("T2", scopes);
      assertThat(app.doctor())
          .containsExactly(
              "Workspace T1: The scope links:read is missing: links to papers are not noticed."
                  + " Installing again at /slack/install grants it.");
      assertThat(app.courier().obstacles(channel("C1")))
          .singleElement()
          .asString()
          .startsWith("The scope links:read is missing");
      assertThat(app.courier().holds()).isEqualTo("slack");
    }
  }

  @Test
  void aBotOfOneWorkspaceTakesItsOwnDeliveriesOnly() {
    try (SlackApp app = inHttpMode()) {
      assertThat(app.courier().holds()).isEqualTo("slack:T1");
    }
  }

  private void install(String team, List<String> scopes) {
    String sealed =
        new SlackSeal(List.of(new Secret(SlackFixture.KEY)))
            .seal(new Secret(slack.workspace(team).botToken()), team);
    installations.keep(
        new Installation(
            "slack", team, team, "UBOT", String.join(",", scopes), "U1", sealed, Instant.EPOCH));
  }

  private SlackApp inHttpMode() {
    return SlackFixture.inHttpMode(slack, home, new CannedDesk(), installations);
  }

  private static Address channel(String id) {
    return Address.channel("slack", "T1", id);
  }
}
