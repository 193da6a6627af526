package dev.paperboy.discord;

/** The environment variables that only Discord needs, each also as {@code NAME_FILE}. */
public enum DiscordVariable {
  DISCORD_TOKEN("none", "The bot's token, from Bot → Reset Token in the Developer Portal."),
  DISCORD_API_URL(
      "https://discord.com/api/v10/",
      "Base address of the REST API; the gateway's address comes from there."),
  DISCORD_SHARDS("as Discord advises", "How many connections the servers are spread over.");

  private final String byDefault;
  private final String meaning;

  DiscordVariable(String byDefault, String meaning) {
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
