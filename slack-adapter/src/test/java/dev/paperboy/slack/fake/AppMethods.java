package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Supplier;

/** {@code auth.*}, {@code apps.*}, {@code team.*} and {@code oauth.*}. */
final class AppMethods {
  private final World world;

  AppMethods(World world) {
    this.world = world;
  }

  Map<String, Method> all() {
    return Map.of("auth.test", AppMethods::test, "team.info", AppMethods::team);
  }

  private static ObjectNode test(Workspace workspace, Args args) {
    return Json.ok()
        .put("url", "https://" + workspace.name + ".slack.com/")
        .put("team", workspace.name)
        .put("user", "paperboy")
        .put("team_id", workspace.id)
        .put("user_id", workspace.botUser)
        .put("bot_id", workspace.botId)
        .put("is_enterprise_install", false);
  }

  private static ObjectNode team(Workspace workspace, Args args) {
    ChatMethods.need(workspace, "team:read");
    ObjectNode answer = Json.ok();
    answer.putObject("team").put("id", workspace.id).put("name", workspace.name);
    return answer;
  }

  /** Needs the app's own token, not a workspace's. */
  ObjectNode openConnection(String token, Supplier<String> address) {
    if (!token.equals(World.APP_TOKEN)) {
      throw new ApiError(token.startsWith("xapp-") ? "invalid_auth" : "not_allowed_token_type");
    }
    return Json.ok().put("url", address.get());
  }

  ObjectNode exchange(Args args, String clientId, String clientSecret) {
    if (!clientId.equals(World.CLIENT_ID)) {
      throw new ApiError("invalid_client_id");
    }
    if (!clientSecret.equals(World.CLIENT_SECRET)) {
      throw new ApiError("bad_client_secret");
    }
    String installation = world.codes.remove(args.required("code"));
    if (installation == null) {
      throw new ApiError("invalid_code");
    }
    Workspace workspace = world.workspace(installation.substring(0, installation.indexOf('/')));
    workspace.installed = true;
    workspace.revoked = false;
    workspace.botToken = "xoxb-fake-" + workspace.id + "-" + world.next();
    ObjectNode answer =
        Json.ok()
            .put("access_token", workspace.botToken)
            .put("token_type", "bot")
            .put("scope", String.join(",", workspace.scopes))
            .put("bot_user_id", workspace.botUser)
            .put("app_id", World.APP)
            .put("is_enterprise_install", false);
    answer.putObject("team").put("id", workspace.id).put("name", workspace.name);
    answer.putNull("enterprise");
    answer
        .putObject("authed_user")
        .put("id", installation.substring(installation.indexOf('/') + 1));
    return answer;
  }
}
