package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What happens to a workspace and its channels. */
public final class Admin {
  private final Acts acts;
  private final Workspace workspace;

  Admin(Acts acts, Workspace workspace) {
    this.acts = acts;
    this.workspace = workspace;
  }

  /** Removes the app: its tokens are dead at once, and two events tell so. */
  public void uninstall() {
    synchronized (acts.world) {
      workspace.installed = false;
    }
    tokensRevoked();
    var unused = acts.event(workspace, Json.object().put("type", "app_uninstalled"));
  }

  /** Takes the bot's token back, the app itself staying. */
  public void revokeTokens() {
    synchronized (acts.world) {
      workspace.revoked = true;
    }
    tokensRevoked();
  }

  private void tokensRevoked() {
    ObjectNode event = Json.object().put("type", "tokens_revoked");
    ObjectNode tokens = event.putObject("tokens");
    tokens.putArray("oauth");
    tokens.putArray("bot").add(workspace.botUser);
    var unused = acts.event(workspace, event);
  }

  public void archive(String channel) {
    archived(channel, true);
  }

  public void unarchive(String channel) {
    archived(channel, false);
  }

  private void archived(String channel, boolean archived) {
    synchronized (acts.world) {
      workspace.channel(channel).archived = archived;
    }
    event(archived ? "channel_archive" : "channel_unarchive", channel, "UADMIN");
  }

  public void kick(String channel, String person) {
    synchronized (acts.world) {
      workspace.channel(channel).members.remove(person);
    }
  }

  public void kickBot(String channel) {
    synchronized (acts.world) {
      workspace.channel(channel).members.remove(workspace.botUser);
    }
    event("member_left_channel", channel, workspace.botUser);
  }

  public void inviteBot(String channel) {
    synchronized (acts.world) {
      workspace.channel(channel).members.add(workspace.botUser);
    }
    event("member_joined_channel", channel, workspace.botUser);
  }

  private void event(String type, String channel, String user) {
    ObjectNode event = Json.object().put("type", type).put("channel", channel).put("user", user);
    if (type.startsWith("member_")) {
      event.put("channel_type", "C").put("team", workspace.id);
    }
    var unused = acts.event(workspace, event);
  }
}
