package dev.paperboy.slack;

import dev.paperboy.slack.fake.FakeSlack;

/** The conversation over signed requests. */
class SlackConversationInHttpModeTest extends SlackConversationContract {
  @Override
  SlackApp start(FakeSlack slack) {
    return SlackFixture.inHttpMode(slack, home, desk, installations);
  }
}
