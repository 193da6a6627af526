package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.discord.fake.Channel;
import dev.paperboy.discord.fake.Dialog;
import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Guild;
import dev.paperboy.discord.fake.Human;
import dev.paperboy.discord.fake.Interaction;
import dev.paperboy.discord.fake.Posted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes down what Paperboy sends on a real day, for {@code .ci/discord-pictures} to draw. */
@Tag("long")
class DiscordPicturesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;

  @Test
  void aDigestASearchAndADialogAreWrittenDown() throws IOException {
    try (FakeDiscord discord = FakeDiscord.start();
        DiscordHouse house = new DiscordHouse(discord, home)) {
      replay(house, Path.of(property("paperboy.data"), "huggingface", "daily"));
      Guild lab = discord.guild("Lab");
      Channel papers = lab.channel("papers");
      Human ada = discord.human("Ada").manages(lab);
      house.clock.set("2026-08-11T06:50:00Z");
      house.open().serve();

      Posted made =
          answer(
              ada.uses(
                  papers,
                  "digest create",
                  Map.of("filter", "agents, 4d", "zone", "Europe/Berlin", "max", 4)));
      assertThat(made.everything()).contains("number 1");
      house.clock.set("2026-08-11T07:00:30Z");
      Posted first = discord.message(papers, DiscordPicturesTest::isDigest);
      house.clock.set("2026-08-12T07:00:30Z");
      Posted digest =
          discord.message(papers, posted -> isDigest(posted) && !posted.id().equals(first.id()));
      write("digest", message(digest, "2026-08-12T07:12:00Z", null));

      Map<String, ?> asked = Map.of("query", "agent memory -video", "limit", 3);
      Posted found = answer(ada.uses(papers, "papers search", asked));
      write(
          "search",
          message(found, "2026-08-12T07:14:00Z", "papers search agent memory -video limit:3"));
      Dialog dialog =
          ada.uses(papers, "papers subscribe", Map.of("filter", "diffusion -video")).dialog();
      ObjectNode shown = JSON.createObjectNode().put("kind", "dialog");
      shown.set("body", dialog.body());
      write("dialog", shown);
      assertThat(discord.problems()).isEmpty();
    }
  }

  private static boolean isDigest(Posted posted) {
    return !posted.body().has("interaction_metadata") && posted.everything().contains("Why these?");
  }

  private static Posted answer(Interaction interaction) {
    return interaction.reply(posted -> !posted.everything().contains("hree things to try"));
  }

  private static ObjectNode message(Posted posted, String now, @Nullable String asked) {
    ObjectNode shown = JSON.createObjectNode().put("kind", "message").put("now", now);
    shown.put("onlyFor", posted.onlyFor()).put("asked", asked);
    return shown.set("body", posted.body());
  }

  private static void replay(DiscordHouse house, Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "2026-08-*.json")) {
      for (Path file : files) {
        String date = file.getFileName().toString().replace(".json", "");
        house.source.list(date, Files.readString(file, StandardCharsets.UTF_8));
      }
    }
  }

  private static void write(String name, JsonNode shown) throws IOException {
    Path folder = Path.of(property("paperboy.pictures"));
    Files.writeString(
        folder.resolve("discord-" + name + ".json"),
        JSON.writeValueAsString(shown),
        StandardCharsets.UTF_8);
  }

  private static String property(String name) {
    String value = System.getProperty(name, "");
    assertThat(value).as("-D" + name).isNotEmpty();
    return value;
  }
}
