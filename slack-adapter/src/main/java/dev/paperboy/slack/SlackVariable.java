package dev.paperboy.slack;

/** The environment variables that only Slack needs, each also as {@code NAME_FILE}. */
public enum SlackVariable {
  SLACK_BOT_TOKEN("none", "The bot's token (xoxb-…) of the one workspace served."),
  SLACK_APP_TOKEN(
      "none", "The app-level token (xapp-…, connections:write): Socket Mode, no public address."),
  SLACK_SIGNING_SECRET(
      "none", "Proves that a request is Slack's: HTTP mode, with the bot's token or with OAuth."),
  SLACK_CLIENT_ID("none", "With the client secret and the signing secret: many workspaces."),
  SLACK_CLIENT_SECRET("none", "Belongs to the client id."),
  SLACK_PORT("3000", "Where HTTP mode and OAuth listen."),
  SLACK_API_URL("https://slack.com/api/", "Base address of the Web API."),
  PAPERBOY_SLACK_MANAGERS(
      "members", "Who changes a channel's digests: members (full ones, no guests) or admins."),
  PAPERBOY_KEY("none", "Seals the tokens of several workspaces: 32 random bytes in base64."),
  PAPERBOY_PUBLIC_URL("none", "Where HTTP mode and OAuth are reached from outside.");

  private final String byDefault;
  private final String meaning;

  SlackVariable(String byDefault, String meaning) {
    this.byDefault = byDefault;
    this.meaning = meaning;
  }

  /** What holds where it is not set. */
  public String byDefault() {
    return byDefault;
  }

  /** One sentence for people. */
  public String meaning() {
    return meaning;
  }
}
