package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.discord.fake.Route.Answer;
import java.util.List;

/** The app itself, its commands, and the servers and people it asks about. */
final class AppRoutes {
  private final World world;
  private final Gateway gateway;

  AppRoutes(World world, Gateway gateway) {
    this.world = world;
    this.gateway = gateway;
  }

  List<Route> all() {
    return List.of(
        Route.of("GET /gateway", unused -> Answer.of(Json.object().put("url", gateway.url()))),
        Route.of("GET /gateway/bot", unused -> described("GatewayBotResponse", gateway.advice())),
        Route.of(
            "GET /users/@me",
            unused -> Answer.of(Person.user(World.APP, "Paperboy", true).put("verified", true))),
        Route.of("GET /applications/@me", unused -> Answer.of(application())),
        Route.of("GET /oauth2/applications/@me", unused -> Answer.of(application())),
        Route.of("GET /applications/{}/commands", unused -> Answer.of(world.commands.deepCopy())),
        Route.of("PUT /applications/{}/commands", this::register),
        Route.of("POST /users/@me/channels", this::open),
        Route.of("GET /users/{}", request -> Answer.of(person(request.id(0)).json())),
        Route.of("GET /guilds/{}", request -> Answer.of(guild(request.id(0)).json())),
        Route.of("GET /guilds/{}/roles", request -> Answer.of(guild(request.id(0)).roles())),
        Route.of(
            "GET /guilds/{}/channels",
            request ->
                Answer.of(
                    Json.array(
                        guild(request.id(0)).channels().stream()
                            .filter(channel -> !channel.isThread())
                            .map(Channel::json)
                            .toList()))),
        Route.of("GET /guilds/{}/members/{}", this::member),
        Route.of("GET /guilds/{}/threads/active", this::activeThreads));
  }

  private static ObjectNode application() {
    ObjectNode application =
        Json.object()
            .put("id", Long.toString(World.APP))
            .put("name", "Paperboy")
            .put("description", "")
            .put("bot_public", true)
            .put("bot_require_code_grant", false)
            .put("verify_key", "00")
            .put("flags", 0);
    application.putNull("icon").putNull("team").putNull("install_params");
    application.set("owner", Person.user(7, "Owner", false));
    application.putArray("tags");
    application.putArray("redirect_uris");
    application.putObject("integration_types_config").putObject("0");
    return application;
  }

  /** An answer of the fake's that has to be as Discord describes it. */
  private Answer described(String schema, JsonNode answer) {
    world.problem("the fake's own answer", OfficialSchema.problems(schema, answer));
    return Answer.of(answer);
  }

  private Answer register(Request request) {
    JsonNode wanted = request.body();
    List<String> problems = PayloadRules.commands(wanted);
    if (!problems.isEmpty() || !wanted.isArray()) {
      throw ApiError.form(problems);
    }
    ArrayNode registered = Json.array();
    for (JsonNode command : wanted) {
      ObjectNode kept = command.deepCopy();
      long id = world.id();
      kept.put("id", Long.toString(id)).put("version", Long.toString(id));
      kept.put("application_id", Long.toString(World.APP));
      kept.put("type", command.path("type").asInt(CommandRules.SLASH));
      if (!kept.has("default_member_permissions")) {
        kept.putNull("default_member_permissions");
      }
      if (!kept.has("description")) {
        kept.put("description", "");
      }
      registered.add(kept);
    }
    world.commands = registered;
    for (JsonNode command : registered) {
      var unused = described("ApplicationCommandResponse", command.deepCopy());
    }
    return Answer.of(registered.deepCopy());
  }

  private Answer open(Request request) {
    List<String> problems = OfficialSchema.problems("CreatePrivateChannelRequest", request.body());
    if (!problems.isEmpty()) {
      throw ApiError.form(problems);
    }
    Person person = world.people.get(request.body().path("recipient_id").asLong());
    if (person == null) {
      throw new ApiError(400, 50033, "Invalid Recipient(s)");
    }
    return described("PrivateChannelResponse", world.direct(person).json());
  }

  private Person person(long id) {
    Person person = world.people.get(id);
    if (person == null) {
      throw ApiError.unknown(10013, "User");
    }
    return person;
  }

  private Guild guild(long id) {
    Guild guild = world.guilds.get(id);
    if (guild == null || !guild.botIsThere) {
      throw ApiError.unknown(10004, "Guild");
    }
    return guild;
  }

  private Answer member(Request request) {
    Guild guild = guild(request.id(0));
    if (request.part(1).equals("@me") || request.id(1) == World.APP) {
      return Answer.of(guild.member(Person.user(World.APP, "Paperboy", true), true));
    }
    Person person = person(request.id(1));
    if (!person.guilds.contains(guild)) {
      throw ApiError.unknown(10007, "Member");
    }
    return Answer.of(guild.member(person.json(), false));
  }

  private Answer activeThreads(Request request) {
    ObjectNode answer = Json.object();
    answer.set(
        "threads",
        Json.array(
            guild(request.id(0)).channels().stream()
                .filter(channel -> channel.isThread() && !channel.archived)
                .map(Channel::json)
                .toList()));
    answer.putArray("members");
    return Answer.of(answer);
  }
}
