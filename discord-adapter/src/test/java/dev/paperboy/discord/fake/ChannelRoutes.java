package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.discord.fake.Route.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Channels, threads and the messages in them. */
final class ChannelRoutes {
  /** Discord says "the past few minutes" and no more. */
  static final Duration NONCE_WINDOW = Duration.ofMinutes(3);

  private final World world;
  private final Messages messages;

  ChannelRoutes(World world) {
    this.world = world;
    this.messages = new Messages(world);
  }

  List<Route> all() {
    return List.of(
        Route.of("GET /channels/{}", request -> Answer.of(seen(request.id(0)).json())),
        Route.of("PATCH /channels/{}", this::change),
        Route.of("POST /channels/{}/messages", this::post),
        Route.of("GET /channels/{}/messages", this::history),
        Route.of("GET /channels/{}/messages/{}", request -> messages.given(message(request))),
        Route.of("PATCH /channels/{}/messages/{}", this::edit),
        Route.of("DELETE /channels/{}/messages/{}", this::delete),
        Route.of("POST /channels/{}/threads", this::thread),
        Route.of(
            "POST /channels/{}/typing",
            request -> {
              Channel unused = seen(request.id(0));
              return Answer.nothing();
            }),
        Route.of("GET /channels/{}/threads/archived/public", this::archivedThreads));
  }

  /** A channel that the bot can look into. */
  private Channel seen(long id) {
    Channel channel = world.channel(id);
    if (!channel.botIsThere() || (Rights.ofBot(channel) & Rights.VIEW_CHANNEL) == 0) {
      throw new ApiError(403, 50001, "Missing Access");
    }
    return channel;
  }

  private static void need(Channel channel, long right) {
    if ((Rights.ofBot(channel) & right) == 0) {
      throw new ApiError(403, 50013, "Missing Permissions");
    }
  }

  private Answer post(Request request) {
    Channel channel = seen(request.id(0));
    JsonNode body = request.body();
    String schema = "MessageCreateRequest";
    List<String> problems = PayloadRules.message(body, schema, true, request.files().size());
    world.problem("manners of " + request.path(), PayloadRules.manners(body));
    if (channel.type == Channel.FORUM) {
      throw new ApiError(400, 50008, "Cannot send messages in a non-text channel");
    }
    mayPost(channel, body, request.files());
    if (problems.equals(List.of("content: an empty message"))) {
      world.problem(request.path(), problems);
      throw new ApiError(400, 50006, "Cannot send an empty message");
    }
    if (!problems.isEmpty()) {
      throw ApiError.form(problems);
    }
    String nonce = Json.text(body, "nonce");
    if (body.path("enforce_nonce").asBoolean()) {
      for (Stored earlier : channel.messages) {
        boolean recent = earlier.at().plus(NONCE_WINDOW).isAfter(world.clock.instant());
        if (recent && !nonce.isEmpty() && Json.text(earlier.json(), "nonce").equals(nonce)) {
          return messages.given(earlier);
        }
      }
    }
    ObjectNode json = messages.create(channel, body, request.files());
    if (!nonce.isEmpty()) {
      json.set("nonce", body.path("nonce"));
    }
    return messages.given(world.post(channel, json, null, null));
  }

  private static void mayPost(Channel channel, JsonNode body, List<String> files) {
    for (Person person : channel.type == Channel.DIRECT ? channel.people : List.<Person>of()) {
      if (!person.takesDirectMessages) {
        throw new ApiError(403, 50007, "Cannot send messages to this user");
      }
      if (!person.sharesServerWithBot() && !person.installed) {
        throw new ApiError(403, 50278, "Cannot send messages to this user: no mutual guilds");
      }
    }
    need(channel, channel.isThread() ? Rights.SEND_IN_THREADS : Rights.SEND_MESSAGES);
    if (body.path("embeds").size() > 0) {
      need(channel, Rights.EMBED_LINKS);
    }
    if (!files.isEmpty()) {
      need(channel, Rights.ATTACH_FILES);
    }
    if (channel.archived) {
      if (channel.locked && (Rights.ofBot(channel) & Rights.MANAGE_THREADS) == 0) {
        throw new ApiError(400, 50083, "Thread is archived");
      }
      channel.archived = false;
    }
  }

  /** Newest first, without nonces: they are told to the writer once. */
  private Answer history(Request request) {
    Channel channel = seen(request.id(0));
    int limit = (int) request.parameter("limit", 50);
    if (limit < 1 || limit > 100) {
      throw ApiError.form(List.of("limit: " + limit + " of 1 to 100"));
    }
    List<Stored> found = new ArrayList<>();
    if ((Rights.ofBot(channel) & Rights.READ_HISTORY) != 0) {
      found.addAll(channel.messages);
    }
    long before = request.parameter("before", Long.MAX_VALUE);
    long after = request.parameter("after", 0);
    found.removeIf(stored -> {
      long id = Long.parseLong(stored.id());
      return stored.onlyFor() != null || id >= before || id <= after;
    });
    if (request.query().containsKey("after") && found.size() > limit) {
      found = found.subList(0, limit);
    }
    ArrayNode answer = Json.array();
    for (int i = found.size() - 1; i >= 0 && answer.size() < limit; i--) {
      ObjectNode json = found.get(i).json().deepCopy();
      json.remove("nonce");
      answer.add(json);
    }
    return Answer.of(answer);
  }

  private Stored message(Request request) {
    return seen(request.id(0)).messages.stream()
        .filter(stored -> stored.id().equals(request.part(1)) && stored.onlyFor() == null)
        .findFirst()
        .orElseThrow(() -> ApiError.unknown(10008, "Message"));
  }

  private Answer edit(Request request) {
    Stored stored = message(request);
    List<String> problems =
        PayloadRules.message(
            request.body(), "MessageEditRequestPartial", false, request.files().size());
    if (!problems.isEmpty()) {
      throw ApiError.form(problems);
    }
    messages.change(stored, request.body(), request.files());
    return messages.given(stored);
  }

  private Answer delete(Request request) {
    Stored stored = message(request);
    stored.channel().messages.remove(stored);
    return Answer.nothing();
  }

  /** Takes a thread out of its archive. */
  private Answer change(Request request) {
    Channel channel = seen(request.id(0));
    if (request.body().has("archived")) {
      need(channel, channel.locked ? Rights.MANAGE_THREADS : Rights.SEND_IN_THREADS);
      channel.archived = request.body().path("archived").asBoolean();
    }
    return Answer.of(channel.json());
  }

  /** A post in a forum, or a thread in a channel. */
  private Answer thread(Request request) {
    Channel channel = seen(request.id(0));
    JsonNode body = request.body();
    Findings findings = new Findings();
    int unused = findings.text(body, "name", "", 1, 100);
    boolean forum = channel.type == Channel.FORUM;
    if (forum) {
      JsonNode message = body.path("message");
      String schema = "BaseCreateMessageCreateRequest";
      findings.addAll(PayloadRules.message(message, schema, true, request.files().size()));
      findings.addAll(OfficialSchema.problems("CreateForumThreadRequest", body));
      world.problem("manners of " + request.path(), PayloadRules.manners(message));
    }
    if (!findings.problems().isEmpty()) {
      throw ApiError.form(findings.problems());
    }
    need(channel, forum ? Rights.SEND_MESSAGES : Rights.CREATE_THREADS);
    long id = world.id();
    Guild guild = Objects.requireNonNull(channel.guild);
    Channel thread = new Channel(id, Channel.THREAD, Json.text(body, "name"), guild, channel);
    world.channels.put(id, thread);
    ObjectNode answer = thread.json();
    if (forum) {
      ObjectNode json = messages.create(thread, body.path("message"), request.files());
      json.put("id", thread.id());
      answer.set("message", world.post(thread, json, null, null).json().deepCopy());
    }
    return new Answer(201, answer);
  }

  private Answer archivedThreads(Request request) {
    Channel parent = seen(request.id(0));
    ObjectNode answer = Json.object().put("has_more", false);
    answer.set(
        "threads",
        Json.array(
            world.channels.values().stream()
                .filter(channel -> Objects.equals(channel.parent, parent) && channel.archived)
                .map(Channel::json)
                .toList()));
    answer.putArray("members");
    return Answer.of(answer);
  }
}
