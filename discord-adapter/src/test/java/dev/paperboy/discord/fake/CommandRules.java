package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Commands as they are registered. */
final class CommandRules {
  static final int SLASH = 1;
  static final int ON_PERSON = 2;
  static final int ON_MESSAGE = 3;
  static final int SUBCOMMAND = 1;
  static final int GROUP = 2;
  static final int STRING = 3;
  static final int INTEGER = 4;
  static final int BOOLEAN = 5;
  static final int USER = 6;
  static final int CHANNEL = 7;
  static final int NUMBER = 10;

  private static final Pattern NAME =
      Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");
  private static final Set<String> LOCALES =
      Set.of(
          ("id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el"
                  + " bg ru uk hi th zh-CN ja zh-TW ko")
              .split(" ", -1));

  private CommandRules() {}

  static void commands(JsonNode commands, Findings findings) {
    Set<String> names = new HashSet<>();
    int[] kinds = new int[4];
    for (JsonNode command : commands) {
      int kind = command.path("type").asInt(SLASH);
      String where = "command " + Json.text(command, "name");
      if (kind < SLASH || kind > ON_MESSAGE) {
        findings.add(where, "type " + kind);
        continue;
      }
      kinds[kind]++;
      if (!names.add(kind + Json.text(command, "name"))) {
        findings.add(where, "twice");
      }
      int characters;
      if (kind == SLASH) {
        characters = described(command, where, findings);
        characters += options(Json.list(command, "options"), where, 0, findings);
      } else {
        characters = findings.text(command, "name", where, 1, Limits.COMMAND_NAME);
        if (!Json.text(command, "description").isEmpty()) {
          findings.add(where, "an action has no description");
        }
      }
      if (characters > Limits.COMMAND_CHARACTERS) {
        findings.add(where, characters + " characters, of " + Limits.COMMAND_CHARACTERS);
      }
      places(command, where, findings);
    }
    if (kinds[SLASH] > Limits.SLASH_COMMANDS
        || kinds[ON_PERSON] > Limits.CONTEXT_COMMANDS
        || kinds[ON_MESSAGE] > Limits.CONTEXT_COMMANDS) {
      findings.add("commands", "too many of one kind");
    }
  }

  private static void places(JsonNode command, String where, Findings findings) {
    for (Map.Entry<String, Integer> most :
        Map.of("contexts", 2, "integration_types", 1).entrySet()) {
      for (JsonNode value : command.path(most.getKey())) {
        int number = value.asInt(-1);
        if (number < 0 || number > most.getValue()) {
          findings.add(where, most.getKey() + " " + value);
        }
      }
    }
    if (Json.has(command, "dm_permission")) {
      findings.add(where, "dm_permission is of old, contexts say it now");
    }
  }

  /** A name and a description, in every language. */
  private static int described(JsonNode part, String where, Findings findings) {
    String name = Json.text(part, "name");
    int characters = findings.text(part, "name", where, 1, Limits.COMMAND_NAME);
    characters += findings.text(part, "description", where, 1, Limits.COMMAND_DESCRIPTION);
    named(name, where, findings);
    for (Map.Entry<String, JsonNode> local : part.path("name_localizations").properties()) {
      locale(local.getKey(), where, findings);
      named(local.getValue().asText(), where + " in " + local.getKey(), findings);
    }
    JsonNode descriptions = part.path("description_localizations");
    for (Map.Entry<String, JsonNode> local : descriptions.properties()) {
      locale(local.getKey(), where, findings);
      int unused =
          findings.text(descriptions, local.getKey(), where, 1, Limits.COMMAND_DESCRIPTION);
    }
    return characters;
  }

  private static void named(String name, String where, Findings findings) {
    if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT))) {
      findings.add(where, "\"" + name + "\" is no name: 1 to 32 small letters, digits, - and _");
    }
  }

  private static void locale(String locale, String where, Findings findings) {
    if (!LOCALES.contains(locale)) {
      findings.add(where, "no language of Discord's: " + locale);
    }
  }

  private static int options(List<JsonNode> options, String where, int depth, Findings findings) {
    int characters = 0;
    if (options.size() > Limits.OPTIONS) {
      findings.add(where, options.size() + " options, of " + Limits.OPTIONS);
    }
    Set<String> names = new HashSet<>();
    boolean optional = false;
    for (JsonNode option : options) {
      String at = where + " " + Json.text(option, "name");
      characters += described(option, at, findings);
      if (!names.add(Json.text(option, "name"))) {
        findings.add(at, "twice");
      }
      int type = option.path("type").asInt();
      if (type == SUBCOMMAND || type == GROUP) {
        if (type == GROUP ? depth > 0 : depth > 1) {
          findings.add(at, "nested too deep");
        }
        List<JsonNode> inner = Json.list(option, "options");
        characters += options(inner, at, type == GROUP ? 1 : 2, findings);
        continue;
      }
      boolean required = option.path("required").asBoolean();
      if (required && optional) {
        findings.add(at, "required after one that is not");
      }
      optional |= !required;
      characters += choices(option, at, findings);
    }
    return characters;
  }

  private static int choices(JsonNode option, String where, Findings findings) {
    int characters = 0;
    List<JsonNode> choices = findings.list(option, "choices", where, Limits.CHOICES);
    Set<String> names = new HashSet<>();
    for (JsonNode choice : choices) {
      characters += findings.text(choice, "name", where, 1, Limits.OPTION_TEXT);
      if (option.path("type").asInt() == STRING) {
        characters += findings.text(choice, "value", where, 1, Limits.OPTION_TEXT);
      }
      if (!names.add(Json.text(choice, "name"))) {
        findings.add(where, "choice \"" + Json.text(choice, "name") + "\" twice");
      }
    }
    if (!choices.isEmpty() && option.path("autocomplete").asBoolean()) {
      findings.add(where, "choices and autocomplete");
    }
    if (option.path("min_value").asDouble(0) > option.path("max_value").asDouble(1e9)
        || option.path("min_length").asInt(0) > option.path("max_length").asInt(6000)) {
      findings.add(where, "least above most");
    }
    return characters;
  }
}
