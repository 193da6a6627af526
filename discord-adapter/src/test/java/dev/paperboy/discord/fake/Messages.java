package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.discord.fake.Route.Answer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as Discord gives them out, made of what the app sent. */
final class Messages {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'").withZone(ZoneOffset.UTC);
  private static final int KEPT_FLAGS =
      PayloadRules.IS_EPHEMERAL | PayloadRules.IS_COMPONENTS_V2 | 1 << 2 | 1 << 12;

  private final World world;

  Messages(World world) {
    this.world = world;
  }

  /** A new one of the app's. */
  ObjectNode create(Channel channel, JsonNode body, List<String> files) {
    ObjectNode json = blank(channel, Person.user(World.APP, "Paperboy", true), world.id());
    json.put("flags", body.path("flags").asInt(0) & KEPT_FLAGS);
    fill(json, body, files);
    return json;
  }

  /** A person's. */
  ObjectNode written(Channel channel, Person author, String text) {
    return blank(channel, author.json(), world.id()).put("content", text);
  }

  private ObjectNode blank(Channel channel, ObjectNode author, long id) {
    ObjectNode json = Json.object().put("id", Long.toString(id)).put("channel_id", channel.id());
    json.put("type", 0).put("content", "").put("tts", false).put("pinned", false);
    json.put("mention_everyone", false).put("flags", 0).putNull("edited_timestamp");
    json.put("timestamp", TIME.format(world.clock.instant())).set("author", author);
    for (String list :
        List.of("mentions", "mention_roles", "attachments", "embeds", "components")) {
      json.putArray(list);
    }
    return json;
  }

  /** As it is given out, which has to be as Discord describes it. */
  Answer given(Stored stored) {
    ObjectNode json = stored.json().deepCopy();
    world.problem(
        "the fake's own answer", OfficialSchema.problems("MessageResponse", json.deepCopy()));
    return Answer.of(json);
  }

  /** What the body names replaces what stood there. */
  void change(Stored stored, JsonNode body, List<String> files) {
    ObjectNode json = stored.json();
    world.problem("manners of an edit", PayloadRules.manners(body));
    int flags = json.path("flags").asInt() & ~Stored.LOADING;
    int wanted = body.path("flags").asInt(0) & PayloadRules.IS_COMPONENTS_V2;
    json.put("flags", flags | wanted);
    json.put("edited_timestamp", TIME.format(world.clock.instant()));
    fill(json, body, files);
    if (Json.text(json, "content").isEmpty()
        && json.path("embeds").isEmpty()
        && json.path("components").isEmpty()
        && json.path("attachments").isEmpty()) {
      throw new ApiError(400, 50006, "Cannot send an empty message");
    }
    world.changed();
  }

  private void fill(ObjectNode json, JsonNode body, List<String> files) {
    if (body.has("content")) {
      json.put("content", Json.text(body, "content"));
    }
    if (body.has("embeds")) {
      ArrayNode embeds = json.putArray("embeds");
      for (JsonNode embed : body.path("embeds")) {
        ObjectNode rich = embed.deepCopy();
        embeds.add(rich.put("type", "rich"));
      }
    }
    if (body.has("components")) {
      int[] number = {0};
      json.set("components", numbered(body.path("components").deepCopy(), number));
    }
    if (!files.isEmpty()) {
      ArrayNode attachments = json.putArray("attachments");
      for (String file : files) {
        attachments
            .addObject()
            .put("id", Long.toString(world.id()))
            .put("filename", file)
            .put("size", 1)
            .put("url", "https://cdn.discord.invalid/" + file)
            .put("proxy_url", "https://media.discord.invalid/" + file)
            .put("content_type", "text/plain");
      }
    }
  }

  /** Discord numbers all components of a message, and says what was left to it. */
  private static JsonNode numbered(@Nullable JsonNode components, int[] number) {
    if (components == null) {
      return Json.array();
    }
    for (JsonNode component : components) {
      if (component instanceof ObjectNode object) {
        number[0]++;
        if (!object.has("id")) {
          object.put("id", number[0]);
        }
        if (object.has("options")) {
          object.put("min_values", object.path("min_values").asInt(1));
          object.put("max_values", object.path("max_values").asInt(1));
        }
        JsonNode inner = numbered(object.path("components"), number);
        if (inner.isArray()) {
          object.set("components", inner);
        }
      }
    }
    return components;
  }
}
