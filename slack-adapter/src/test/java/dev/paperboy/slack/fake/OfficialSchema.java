package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The platform's own descriptions, where {@code -Dpaperboy.data} says they lie. */
public final class OfficialSchema {
  private static final Optional<Path> DATA =
      Optional.ofNullable(System.getProperty("paperboy.data"))
          .filter(folder -> !folder.isBlank())
          .map(folder -> Path.of(folder, "slack"))
          .filter(Files::isDirectory);
  private static final @Nullable JsonSchema BLOCK =
      DATA.map(folder -> read(folder.resolve("block-kit-schema/knownblock.schema.json"), "V7"))
          .orElse(null);
  private static final Map<String, Set<String>> ARGUMENTS =
      DATA.map(OfficialSchema::arguments).orElse(Map.of());

  private OfficialSchema() {}

  /** The folder of what Slack publishes, where there is one. */
  public static Optional<Path> data() {
    return DATA;
  }

  /** A JSON Schema in a file. */
  public static JsonSchema read(Path file, String version) {
    try {
      return JsonSchemaFactory.getInstance(VersionFlag.valueOf(version))
          .getSchema(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> problems(JsonNode blocks) {
    List<String> problems = new ArrayList<>();
    if (BLOCK != null) {
      for (int i = 0; i < blocks.size(); i++) {
        var found = BLOCK.validate(blocks.get(i));
        if (!found.isEmpty()) {
          problems.add(
              "blocks["
                  + i
                  + "] breaks the schema: "
                  + Json.write(blocks.get(i))
                  + " "
                  + found.iterator().next().getMessage());
        }
      }
    }
    return problems;
  }

  /** Arguments that the reference of a method does not know. */
  static Set<String> undocumented(String method, Set<String> given) {
    Set<String> known = ARGUMENTS.get(method);
    if (known == null) {
      return Set.of();
    }
    Set<String> unknown = new HashSet<>(given);
    unknown.removeAll(known);
    unknown.remove("token");
    return unknown;
  }

  private static Map<String, Set<String>> arguments(Path data) {
    Map<String, Set<String>> arguments = new HashMap<>();
    try (Stream<Path> files = Files.walk(data.resolve("slack-api-ref/methods"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        JsonNode method = Json.read(Files.readString(file, StandardCharsets.UTF_8));
        Set<String> names = new HashSet<>();
        method.path("args").fieldNames().forEachRemaining(names::add);
        if (method.has("name")) {
          arguments.put(method.path("name").asText(), names);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return arguments;
  }
}
