package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One workspace: who is there, what was said, which views are open. Guarded by the fake's lock. */
public final class Workspace {
  /** A person. */
  public record Person(
      String id, String name, String zone, boolean admin, boolean guest, boolean deleted) {}

  final String id;
  final String name;
  final String botUser;
  final String botId;
  final Set<String> scopes = new TreeSet<>();

  /** Scopes that what the app called has needed so far. */
  final Set<String> asked = new TreeSet<>();

  final Map<String, Person> people = new TreeMap<>();
  final Map<String, Channel> channels = new TreeMap<>();

  /** In the order in which they were opened. */
  final Map<String, ObjectNode> views = new LinkedHashMap<>();

  final Map<String, String> viewers = new TreeMap<>();
  final Map<String, ObjectNode> homes = new TreeMap<>();

  /** People of other workspaces who share a channel with this one, and where they belong. */
  final Map<String, String> visitors = new TreeMap<>();

  String botToken;
  boolean installed = true;
  boolean revoked;

  Workspace(String id, String name, Set<String> scopes) {
    this.id = id;
    this.name = name;
    this.botUser = "UBOT" + id;
    this.botId = "B" + id;
    this.botToken = "xoxb-fake-" + id + "-1";
    this.scopes.addAll(scopes);
  }

  public String id() {
    return id;
  }

  /** The bot's token, as it is now. */
  public String botToken() {
    return botToken;
  }

  public String botUser() {
    return botUser;
  }

  Channel direct(String person) {
    return channels.computeIfAbsent(
        "D" + person,
        id -> {
          Channel channel = new Channel(id, "directmessage", Channel.Kind.DIRECT);
          channel.members.add(person);
          channel.members.add(botUser);
          return channel;
        });
  }

  Channel channel(String channelId) {
    Channel channel = channels.get(channelId);
    if (channel == null) {
      throw new ApiError("channel_not_found");
    }
    return channel;
  }

  Optional<Posted> message(String channelId, String ts) {
    Channel channel = channels.get(channelId);
    return channel == null
        ? Optional.empty()
        : channel.messages.stream().filter(posted -> posted.ts().equals(ts)).findFirst();
  }

  /** Sets another body, or takes the message away where it is null. */
  boolean replace(String channelId, String ts, @Nullable JsonNode body) {
    Channel channel = channels.get(channelId);
    if (channel == null) {
      return false;
    }
    for (int i = 0; i < channel.messages.size(); i++) {
      Posted posted = channel.messages.get(i);
      if (posted.ts().equals(ts)) {
        if (body == null) {
          channel.messages.remove(i);
        } else {
          channel.messages.set(i, posted.with(body));
        }
        return true;
      }
    }
    return false;
  }

  List<Posted> all() {
    List<Posted> all = new ArrayList<>();
    channels.values().forEach(channel -> all.addAll(channel.messages));
    return all;
  }
}
