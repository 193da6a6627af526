package dev.paperboy.slack;

import dev.paperboy.slack.fake.FakeSlack;
import org.junit.jupiter.api.Test;

/** The conversation over a socket, and what only sockets do. */
class SlackConversationInSocketModeTest extends SlackConversationContract {
  @Override
  SlackApp start(FakeSlack slack) {
    return SlackFixture.inSocketMode(slack, home, desk, installations);
  }

  @Test
  void aCutSocketIsOpenedAgainAndNothingIsLost() {
    slack.connected();
    slack.cutSockets();
    ann.command("C1", "today");
    var unused = slack.message("T1", "C1", said("You said today"));
  }

  @Test
  void aSocketThatIsToBeRenewedIsRenewed() {
    slack.connected();
    slack.disconnect("refresh_requested");
    ann.command("C1", "today");
    var unused = slack.message("T1", "C1", said("You said today"));
  }
}
