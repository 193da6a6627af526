package dev.paperboy.slack;

import dev.paperboy.Secret;

/** How Slack reaches this process, and which workspaces it serves. */
sealed interface SlackMode {
  /** One workspace over a socket that this process opens: no public address is needed. */
  record Socket(Secret botToken, Secret appToken) implements SlackMode {}

  /** One workspace; Slack calls a public address. */
  record Http(Secret botToken, Secret signingSecret) implements SlackMode {}

  /**
   * Any workspace that installs the app; Slack calls a public address.
   *
   * @param key seals the tokens at rest: 32 bytes
   */
  record OAuth(String clientId, Secret clientSecret, Secret signingSecret, Secret key)
      implements SlackMode {}
}
