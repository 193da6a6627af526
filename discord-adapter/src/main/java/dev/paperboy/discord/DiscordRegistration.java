package dev.paperboy.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the commands where Discord does not have them as they are: it takes only so many a day,
 * and each change makes every client load them anew.
 */
final class DiscordRegistration {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordRegistration.class);

  private DiscordRegistration() {}

  /** Whether they had changed. */
  static boolean register(JDA jda, List<CommandData> commands) {
    if (same(registered(jda), commands)) {
      return false;
    }
    var unused = jda.updateCommands().addCommands(commands).complete();
    LOG.info("discord: {} commands were registered anew", commands.size());
    return true;
  }

  static boolean same(List<CommandData> some, List<CommandData> others) {
    return canonical(some).equals(canonical(others));
  }

  private static List<CommandData> registered(JDA jda) {
    try {
      List<CommandData> found = new ArrayList<>();
      for (Command command : jda.retrieveCommands(true).complete()) {
        found.add(CommandData.fromCommand(command));
      }
      return found;
    } catch (ErrorResponseException | IllegalArgumentException e) {
      LOG.info("discord: what is registered cannot be read: {}", e.getMessage());
      return List.of();
    }
  }

  private static Set<String> canonical(List<CommandData> commands) {
    Set<String> texts = new TreeSet<>();
    for (CommandData command : commands) {
      JsonNode json =
          DiscordJson.parse(new String(command.toData().toJson(), StandardCharsets.UTF_8));
      texts.add(text(json));
    }
    return texts;
  }

  /** Without what says nothing, and in one order where Discord keeps none. */
  private static String text(JsonNode node) {
    if (node.isObject()) {
      TreeMap<String, String> fields = new TreeMap<>();
      node.properties()
          .forEach(field -> {
            String value =
                switch (field.getKey()) {
                  case "contexts", "integration_types", "channel_types" -> sorted(field.getValue());
                  default -> text(field.getValue());
                };
            if (!value.isEmpty()) {
              fields.put(field.getKey(), value);
            }
          });
      return fields.isEmpty() ? "" : fields.toString();
    }
    if (node.isArray()) {
      List<String> values = new ArrayList<>();
      node.forEach(value -> values.add(text(value)));
      return values.isEmpty() ? "" : values.toString();
    }
    return node.isNull() || (node.isBoolean() && !node.asBoolean()) ? "" : node.asText();
  }

  private static String sorted(JsonNode array) {
    TreeSet<String> values = new TreeSet<>();
    array.forEach(value -> values.add(value.asText()));
    return values.isEmpty() ? "" : values.toString();
  }
}
