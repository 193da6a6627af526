package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.discord.fake.Route.Answer;
import java.util.List;
import java.util.Optional;

/** First answers to interactions, and what follows them under their tokens. */
final class InteractionRoutes {
  private final World world;
  private final Messages messages;

  InteractionRoutes(World world) {
    this.world = world;
    this.messages = new Messages(world);
  }

  List<Route> all() {
    return List.of(
        Route.of("POST /interactions/{}/{}/callback", this::callback),
        Route.of("POST /webhooks/{}/{}", this::followUp),
        Route.of(
            "GET /webhooks/{}/{}/messages/{}",
            request -> messages.given(message(request, live(request)))),
        Route.of("PATCH /webhooks/{}/{}/messages/{}", this::edit),
        Route.of("DELETE /webhooks/{}/{}/messages/{}", this::delete));
  }

  private Answer callback(Request request) {
    Interaction interaction = world.interactions.get(request.part(1));
    if (interaction != null && interaction.isLate()) {
      world.problem("an answer", List.of("later than three seconds"));
    }
    if (interaction == null || !interaction.id.equals(request.part(0)) || interaction.isLate()) {
      throw ApiError.unknown(10062, "interaction");
    }
    if (interaction.firstAnswer != 0) {
      throw new ApiError(400, 40060, "Interaction has already been acknowledged.");
    }
    JsonNode body = request.body();
    int type = body.path("type").asInt();
    List<String> problems = PayloadRules.callback(body, request.files().size());
    if (!interaction.kind.mayBeAnsweredBy(type)) {
      problems = List.of("type: " + type + " is no answer to " + interaction.kind);
    }
    if (!problems.isEmpty()) {
      throw ApiError.form(problems);
    }
    JsonNode data = body.path("data");
    interaction.answered(type);
    Optional<Stored> message = Optional.empty();
    switch (type) {
      case 4 -> {
        world.problem("manners of an answer", PayloadRules.manners(data));
        message = Optional.of(show(interaction, data, request.files()));
      }
      case 5 -> {
        ObjectNode waiting = Json.object();
        int flags = data.path("flags").asInt(0);
        waiting.put("flags", flags);
        Stored stored = show(interaction, waiting, List.of());
        stored.json().put("flags", (flags & PayloadRules.IS_EPHEMERAL) | Stored.LOADING);
        message = Optional.of(stored);
      }
      case 6 -> interaction.original = interaction.pressed;
      case 7 -> {
        interaction.original = interaction.pressed;
        if (interaction.pressed != null) {
          messages.change(interaction.pressed, data, request.files());
          message = Optional.of(interaction.pressed);
        }
      }
      case 8 -> interaction.choices = data.path("choices").deepCopy();
      default -> interaction.modal = data.deepCopy();
    }
    if (message.isPresent() && interaction.original == null) {
      interaction.original = message.get();
    }
    world.changed();
    if (!request.query().getOrDefault("with_response", "false").equals("true")) {
      return Answer.nothing();
    }
    ObjectNode response = response(interaction, type, message);
    if (type != 5) { // the description leaves that one out
      world.problem(
          "the fake's own answer",
          OfficialSchema.problems("InteractionCallbackResponse", response.deepCopy()));
    }
    return Answer.of(response);
  }

  private static ObjectNode response(Interaction interaction, int type, Optional<Stored> message) {
    ObjectNode response = Json.object();
    ObjectNode about = response.putObject("interaction").put("id", interaction.id);
    about.put("type", interaction.kind.number);
    message.ifPresent(stored -> {
      about
          .put("response_message_id", stored.id())
          .put("response_message_loading", stored.loading())
          .put("response_message_ephemeral", stored.onlyFor() != null);
      ObjectNode resource = response.putObject("resource").put("type", type);
      resource.set("message", stored.json().deepCopy());
    });
    return response;
  }

  private Stored show(Interaction interaction, JsonNode data, List<String> files) {
    ObjectNode json = messages.create(interaction.channel, data, files);
    json.put("webhook_id", Long.toString(World.APP));
    json.put("application_id", Long.toString(World.APP));
    json.set("interaction_metadata", about(interaction));
    boolean ephemeral = (data.path("flags").asInt(0) & PayloadRules.IS_EPHEMERAL) != 0;
    Stored stored =
        world.post(interaction.channel, json, ephemeral ? interaction.person : null, interaction);
    interaction.messages.add(stored);
    return stored;
  }

  /** What a message tells of the interaction that it answers. */
  private static ObjectNode about(Interaction interaction) {
    ObjectNode about = Json.object().put("id", interaction.id);
    about.put("type", interaction.kind.number);
    about.set("user", interaction.person.json());
    about.set("authorizing_integration_owners", interaction.owners.deepCopy());
    if (interaction.kind == Interaction.Kind.COMPONENT && interaction.pressed != null) {
      about.put("interacted_message_id", interaction.pressed.id());
    }
    if (interaction.opener != null) {
      about.set("triggering_interaction_metadata", about(interaction.opener));
    }
    return about;
  }

  /** An interaction whose token may still be used. */
  private Interaction live(Request request) {
    Interaction interaction = world.interactions.get(request.part(1));
    if (interaction == null || interaction.firstAnswer == 0) {
      throw ApiError.unknown(10015, "Webhook");
    }
    if (interaction.isOver(world.clock.instant())) {
      throw new ApiError(401, 50027, "Invalid Webhook Token");
    }
    return interaction;
  }

  private static Stored message(Request request, Interaction interaction) {
    if (request.part(2).equals("@original")) {
      return Optional.ofNullable(interaction.original)
          .orElseThrow(() -> ApiError.unknown(10008, "Message"));
    }
    return interaction.messages.stream()
        .filter(stored -> stored.id().equals(request.part(2)))
        .findFirst()
        .orElseThrow(() -> ApiError.unknown(10008, "Message"));
  }

  private Answer followUp(Request request) {
    Interaction interaction = live(request);
    List<String> problems =
        PayloadRules.message(
            request.body(), "IncomingWebhookInteractionRequest", true, request.files().size());
    if (!problems.isEmpty()) {
      throw ApiError.form(problems);
    }
    world.problem("manners of a follow-up", PayloadRules.manners(request.body()));
    interaction.followUps++;
    if (!interaction.channel.botIsThere()
        && interaction.followUps > Limits.FOLLOW_UPS_OF_A_STRANGER) {
      throw new ApiError(400, 40094, "This interaction has reached the maximum of follow-ups.");
    }
    Stored original = interaction.original;
    // the first follow-up after a deferred answer takes its place
    if (original != null && original.loading() && original.source() == interaction) {
      messages.change(original, request.body(), request.files());
      return messages.given(original);
    }
    Stored stored = show(interaction, request.body(), request.files());
    return messages.given(stored);
  }

  private Answer edit(Request request) {
    Interaction interaction = live(request);
    Stored stored = message(request, interaction);
    List<String> problems =
        PayloadRules.message(
            request.body(), "IncomingWebhookUpdateRequestPartial", false, request.files().size());
    if (!problems.isEmpty()) {
      throw ApiError.form(problems);
    }
    messages.change(stored, request.body(), request.files());
    return messages.given(stored);
  }

  private Answer delete(Request request) {
    Interaction interaction = live(request);
    Stored stored = message(request, interaction);
    stored.channel().messages.remove(stored);
    world.changed();
    return Answer.nothing();
  }
}
