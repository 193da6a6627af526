package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Discord's own client lets a person type in one place. */
final class Client {
  private final World world;
  private final Person person;
  private final Channel where;

  Client(World world, Person person, Channel where) {
    this.world = world;
    this.person = person;
    this.where = where;
  }

  /** A command that the person may use here. */
  JsonNode offered(int type, String name) {
    JsonNode command =
        world
            .command(type, name)
            .orElseThrow(() -> new AssertionError("no command \"" + name + "\" is registered"));
    if (!contains(command, "contexts", Acts.context(where))) {
      throw new AssertionError("\"" + name + "\" is not offered in " + where);
    }
    Guild guild = where.guild;
    boolean byServer = guild == null ? where.type == Channel.DIRECT : guild.botIsThere;
    boolean mayUse =
        (byServer && contains(command, "integration_types", 0))
            || (person.installed && contains(command, "integration_types", 1));
    String needed = Json.text(command, "default_member_permissions");
    if (guild != null && byServer && !needed.isEmpty() && !guild.opened.contains(name)) {
      long rights = Long.parseLong(needed);
      mayUse &= (Acts.rights(person, guild) & rights) == rights && rights != 0;
    }
    if (!mayUse) {
      throw new AssertionError(person.name + " is not offered \"" + name + "\" in " + where);
    }
    return command;
  }

  private static boolean contains(JsonNode command, String field, int wanted) {
    if (!Json.has(command, field)) {
      return !field.equals("integration_types") || wanted == 0;
    }
    for (JsonNode value : command.path(field)) {
      if (value.asInt() == wanted) {
        return true;
      }
    }
    return false;
  }

  /**
   * The data of a command.
   *
   * @param line command, group and subcommand
   * @param typing the option that is being typed; empty where all is sent
   */
  ObjectNode command(String line, Map<String, ?> given, Optional<String> typing) {
    List<String> words = List.of(line.split(" ", -1));
    JsonNode command = offered(CommandRules.SLASH, words.get(0));
    ObjectNode data = Json.object().put("id", Json.text(command, "id"));
    data.put("name", words.get(0)).put("type", CommandRules.SLASH);
    ArrayNode options = data.putArray("options");
    JsonNode level = command;
    for (String word : words.subList(1, words.size())) {
      level = option(level, word, line);
      ObjectNode inner = options.addObject().put("name", word);
      inner.put("type", level.path("type").asInt());
      options = inner.putArray("options");
    }
    for (String name : given.keySet()) {
      JsonNode unused = option(level, name, line);
    }
    for (JsonNode option : level.path("options")) {
      if (option.path("type").asInt() <= CommandRules.GROUP) {
        throw new AssertionError("\"" + line + "\" is not complete");
      }
      String name = Json.text(option, "name");
      Object value = given.get(name);
      if (value != null) {
        boolean focused = typing.filter(name::equals).isPresent();
        options.add(filled(option, value, focused, data));
      } else if (option.path("required").asBoolean() && typing.isEmpty()) {
        throw new AssertionError("\"" + line + "\" needs \"" + name + "\"");
      }
    }
    return data;
  }

  private static JsonNode option(JsonNode level, String name, String line) {
    List<String> known = new ArrayList<>();
    for (JsonNode option : level.path("options")) {
      if (Json.text(option, "name").equals(name)) {
        return option;
      }
      known.add(Json.text(option, "name"));
    }
    throw new AssertionError("\"" + line + "\" knows no \"" + name + "\", only " + known);
  }

  private static ObjectNode filled(
      JsonNode option, Object value, boolean focused, ObjectNode data) {
    int type = option.path("type").asInt();
    ObjectNode filled = Json.object().put("name", Json.text(option, "name")).put("type", type);
    if (focused) {
      if (!option.path("autocomplete").asBoolean()) {
        throw new AssertionError("\"" + Json.text(option, "name") + "\" completes nothing");
      }
      return filled.put("value", value.toString()).put("focused", true);
    }
    switch (type) {
      case CommandRules.INTEGER -> filled.put("value", number(option, value).longValue());
      case CommandRules.NUMBER -> filled.put("value", number(option, value).doubleValue());
      case CommandRules.BOOLEAN -> filled.put("value", (Boolean) value);
      case CommandRules.CHANNEL -> {
        Channel channel = (Channel) value;
        filled.put("value", channel.id());
        ObjectNode shown = channel.json().put("permissions", Long.toString(Rights.USUAL));
        data.withObject("/resolved/channels").set(channel.id(), shown);
      }
      default -> filled.put("value", text(option, value.toString()));
    }
    return filled;
  }

  private static Number number(JsonNode option, Object value) {
    Number number = (Number) value;
    if (number.doubleValue() < option.path("min_value").asDouble(-1e15)
        || number.doubleValue() > option.path("max_value").asDouble(1e15)) {
      throw new AssertionError("\"" + Json.text(option, "name") + "\" does not take " + value);
    }
    return number;
  }

  private static String text(JsonNode option, String value) {
    if (value.length() > option.path("max_length").asInt(6000)
        || value.length() < option.path("min_length").asInt(0)) {
      throw new AssertionError(
          "\"%s\" does not take %d characters"
              .formatted(Json.text(option, "name"), value.length()));
    }
    List<String> known = new ArrayList<>();
    for (JsonNode choice : option.path("choices")) {
      String shown = Json.text(choice, "name");
      if (shown.equals(value) || Json.text(choice, "value").equals(value)) {
        return Json.text(choice, "value");
      }
      known.add(shown);
    }
    if (!known.isEmpty()) {
      throw new AssertionError("\"" + Json.text(option, "name") + "\" offers only " + known);
    }
    return value;
  }
}
