package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Discord's own OpenAPI description, where {@code -Dpaperboy.data} says it lies. */
final class OfficialSchema {
  private static final String AT = "https://discord.invalid/openapi.json";
  private static final Optional<JsonSchemaFactory> FACTORY =
      Optional.ofNullable(System.getProperty("paperboy.data"))
          .filter(folder -> !folder.isBlank())
          .map(folder -> Path.of(folder, "discord", "openapi.json"))
          .filter(Files::isRegularFile)
          .map(OfficialSchema::factory);
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  private OfficialSchema() {}

  /** Whether there is one here. */
  static boolean given() {
    return FACTORY.isPresent();
  }

  /** What breaks the schema of that name; nothing where there is no description. */
  static List<String> problems(String name, JsonNode body) {
    return FACTORY
        .map(factory ->
            SCHEMAS.computeIfAbsent(
                name,
                schema ->
                    factory.getSchema(
                        SchemaLocation.of(AT + "#/components/schemas/" + schema),
                        SchemaValidatorsConfig.builder().typeLoose(false).build())))
        .map(schema -> problems(name, schema, asDescribed(name, body)))
        .orElse(List.of());
  }

  private static List<String> problems(String name, JsonSchema schema, JsonNode body) {
    List<String> problems = new ArrayList<>();
    for (ValidationMessage message : schema.validate(body)) {
      problems.add(name + ": " + message.getMessage());
    }
    return problems;
  }

  /**
   * The same body as the description has it: Discord takes numbers for ids, and texts for the
   * numbers of contexts and permissions, and its description does not.
   */
  private static JsonNode asDescribed(String name, JsonNode body) {
    if (!body.isObject()) {
      return body;
    }
    ObjectNode described = body.deepCopy();
    for (String field : List.of("contexts", "integration_types")) {
      if (described.path(field).isArray()) {
        ArrayNode numbers = Json.array();
        described.path(field).forEach(value -> numbers.add(value.asInt()));
        described.set(field, numbers);
      }
    }
    if (described.path("recipient_id").isNumber()) {
      described.put("recipient_id", described.path("recipient_id").asText());
    }
    for (JsonNode file : described.path("attachments")) {
      if (file instanceof ObjectNode upload && upload.path("id").isNumber()) {
        upload.put("id", upload.path("id").asText());
      }
    }
    boolean asked = !name.endsWith("Response");
    if (asked && described.path("default_member_permissions").isTextual()) {
      described.put(
          "default_member_permissions", described.path("default_member_permissions").asLong());
    }
    return described;
  }

  private static JsonSchemaFactory factory(Path file) {
    try {
      String description = Files.readString(file, StandardCharsets.UTF_8);
      return JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(AT, description))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
