package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is wrong with a payload: the limits that Discord documents, those included that its OpenAPI
 * description leaves out, and the description itself where it is given.
 */
public final class PayloadRules {
  static final int IS_EPHEMERAL = 1 << 6;
  static final int IS_COMPONENTS_V2 = 1 << 15;

  private static final List<String> CONTENTS =
      List.of("content", "embeds", "components", "attachments", "sticker_ids", "poll");

  private PayloadRules() {}

  /** A message that is posted into a channel. */
  public static List<String> message(JsonNode message) {
    return message(message, "MessageCreateRequest", true, 0);
  }

  /** A change to a message: what is not named stays as it is. */
  public static List<String> edit(JsonNode message) {
    return message(message, "MessageEditRequestPartial", false, 0);
  }

  static List<String> message(JsonNode message, String schema, boolean whole, int files) {
    Findings findings = new Findings();
    body(message, "", whole, files, findings);
    findings.addAll(OfficialSchema.problems(schema, message));
    return findings.problems();
  }

  /** The answer to an interaction: its type and its data. */
  public static List<String> callback(JsonNode callback, int files) {
    Findings findings = new Findings();
    JsonNode data = callback.path("data");
    switch (callback.path("type").asInt()) {
      case 4 -> {
        body(data, "data", true, files, findings);
        schema("CreateMessageInteractionCallbackRequest", callback, findings);
      }
      case 5 -> schema("CreateMessageInteractionCallbackRequest", callback, findings);
      case 6 -> schema("UpdateMessageInteractionCallbackRequest", callback, findings);
      case 7 -> {
        body(data, "data", false, files, findings);
        schema("UpdateMessageInteractionCallbackRequest", callback, findings);
      }
      case 8 -> {
        choices(data, findings);
        schema("ApplicationCommandAutocompleteCallbackRequest", callback, findings);
      }
      case 9 -> {
        ModalRules.modal(data, findings);
        schema("ModalInteractionCallbackRequest", callback, findings);
      }
      default -> findings.add("type", "no answer that anybody expects here: " + callback);
    }
    return findings.problems();
  }

  /** All commands of the app. */
  public static List<String> commands(JsonNode commands) {
    Findings findings = new Findings();
    CommandRules.commands(commands, findings);
    for (JsonNode command : commands) {
      findings.addAll(OfficialSchema.problems("ApplicationCommandUpdateRequest", command));
    }
    return findings.problems();
  }

  /**
   * What Discord takes and a reader would suffer from: a text that can ping, and embeds that melt
   * into one because they link to the same place.
   */
  public static List<String> manners(JsonNode message) {
    Findings findings = new Findings();
    boolean speaks = !Json.text(message, "content").isEmpty();
    speaks |= (message.path("flags").asInt() & IS_COMPONENTS_V2) != 0;
    JsonNode mentions = message.path("allowed_mentions");
    if (speaks && !(mentions.path("parse").isArray() && mentions.path("parse").isEmpty())) {
      findings.add("allowed_mentions", "not empty, so that the text can ping");
    }
    if (mentions.path("users").size() + mentions.path("roles").size() > 0) {
      findings.add("allowed_mentions", "lets somebody be pinged");
    }
    Set<String> addresses = new HashSet<>();
    for (JsonNode embed : message.path("embeds")) {
      String address = Json.text(embed, "url");
      if (!address.isEmpty() && !addresses.add(address)) {
        findings.add("embeds", "two of the address " + address + " are shown as one");
      }
    }
    return findings.problems();
  }

  private static void schema(String name, JsonNode body, Findings findings) {
    findings.addAll(OfficialSchema.problems(name, body));
  }

  private static void body(
      JsonNode message, String where, boolean whole, int files, Findings findings) {
    int unused = findings.text(message, "content", where, Limits.CONTENT);
    boolean modern = (message.path("flags").asInt() & IS_COMPONENTS_V2) != 0;
    embeds(findings.list(message, "embeds", where, Limits.EMBEDS), findings);
    if (modern) {
      for (String old : List.of("content", "embeds", "poll", "sticker_ids")) {
        if (message.path(old).size() > 0 || !Json.text(message, old).isEmpty()) {
          findings.add(old, "not beside components of the second version");
        }
      }
      ComponentRules.modern(message, findings);
    } else {
      ComponentRules.rows(findings.list(message, "components", where, Limits.ROWS), findings);
    }
    if (files > Limits.FILES) {
      findings.add("files", files + " of " + Limits.FILES);
    }
    if (whole && files == 0 && CONTENTS.stream().noneMatch(part -> says(message, part))) {
      findings.add("content", "an empty message");
    }
    JsonNode nonce = message.path("nonce");
    if (nonce.asText("").length() > Limits.NONCE) {
      findings.add("nonce", nonce.asText().length() + " characters, of " + Limits.NONCE);
    }
    if (message.path("enforce_nonce").asBoolean() && nonce.asText("").isEmpty()) {
      findings.add("nonce", "missing, and to be enforced");
    }
  }

  private static boolean says(JsonNode message, String part) {
    return message.path(part).size() > 0
        || (message.path(part).isTextual() && !message.path(part).asText().isBlank());
  }

  private static void embeds(List<JsonNode> embeds, Findings findings) {
    int characters = 0;
    for (int i = 0; i < embeds.size(); i++) {
      JsonNode embed = embeds.get(i);
      String where = "embeds[" + i + "]";
      int own = findings.text(embed, "title", where, Limits.EMBED_TITLE);
      own += findings.text(embed, "description", where, Limits.EMBED_DESCRIPTION);
      own += findings.text(embed.path("footer"), "text", where + ".footer", Limits.FOOTER);
      own += findings.text(embed.path("author"), "name", where + ".author", Limits.AUTHOR);
      for (JsonNode field : findings.list(embed, "fields", where, Limits.EMBED_FIELDS)) {
        own += findings.text(field, "name", where + ".fields", 1, Limits.FIELD_NAME);
        own += findings.text(field, "value", where + ".fields", 1, Limits.FIELD_VALUE);
      }
      boolean pictured = embed.path("image").has("url") || embed.path("thumbnail").has("url");
      if (own == 0 && !pictured) {
        findings.add(where, "an empty embed");
      }
      findings.address(embed, "url", where, Limits.ADDRESS, false);
      findings.address(embed.path("image"), "url", where + ".image", Limits.ADDRESS, true);
      findings.address(embed.path("thumbnail"), "url", where + ".thumbnail", Limits.ADDRESS, true);
      findings.address(embed.path("author"), "url", where + ".author", Limits.ADDRESS, false);
      int color = embed.path("color").asInt(0);
      if (color < 0 || color > 0xFFFFFF) {
        findings.add(where, "color " + color);
      }
      characters += own;
    }
    if (characters > Limits.EMBED_CHARACTERS) {
      findings.add("embeds", characters + " characters over all, of " + Limits.EMBED_CHARACTERS);
    }
  }

  private static void choices(JsonNode data, Findings findings) {
    Set<String> names = new HashSet<>();
    for (JsonNode choice : findings.list(data, "choices", "data", Limits.CHOICES)) {
      int unused = findings.text(choice, "name", "choices", 1, Limits.OPTION_TEXT);
      if (choice.path("value").isTextual()) {
        int unusedToo = findings.text(choice, "value", "choices", 1, Limits.OPTION_TEXT);
      } else if (!choice.path("value").isNumber()) {
        findings.add("choices", "a choice without a value");
      }
      if (!names.add(Json.text(choice, "name"))) {
        findings.add("choices", "\"" + Json.text(choice, "name") + "\" twice");
      }
    }
  }
}
