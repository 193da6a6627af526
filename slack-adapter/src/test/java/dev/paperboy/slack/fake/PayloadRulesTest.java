package dev.paperboy.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules bite. */
class PayloadRulesTest {
  private static final String SECTION = "{'type':'section','text':{'type':'mrkdwn','text':'%s'}}";

  @Test
  void aPlainMessagePasses() {
    assertThat(PayloadRules.message(message(SECTION.formatted("a &amp; b")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<!channel>", "<!here|x>", "a & b", "a < b", "\\ud83d", " ", "\\u202e", "\\u0007"})
  void aTextThatPingsBreaksOutOrIsBrokenIsRefused(String text) {
    assertThat(PayloadRules.message(message(SECTION.formatted(text)))).isNotEmpty();
  }

  @Test
  void tooManyTooLongAndTwiceIsRefused() {
    String block = SECTION.formatted("a");
    assertThat(PayloadRules.message(message(block + ("," + block).repeat(50)))).isNotEmpty();
    assertThat(PayloadRules.message(message(SECTION.formatted("a".repeat(3_001))))).isNotEmpty();
    String button = "{'type':'button','action_id':'x','text':{'type':'plain_text','text':'Go'}}";
    assertThat(
            PayloadRules.message(
                message("{'type':'actions','elements':[" + button + "," + button + "]}")))
        .isNotEmpty();
  }

  @Test
  void theOfficialSchemaIsAskedWhereItIsGiven() {
    assumeTrue(OfficialSchema.data().isPresent());
    JsonNode misspelt = Json.read("[{'type':'divider','block_idd':'a'}]".replace('\'', '"'));
    assertThat(OfficialSchema.problems(misspelt)).isNotEmpty();
    assertThat(OfficialSchema.undocumented("chat.postMessage", Map.of("txt", "").keySet()))
        .containsExactly("txt");
  }

  @Test
  void theLimitsAreThoseOfThePublishedTable() throws IOException {
    assumeTrue(OfficialSchema.data().isPresent());
    Path file = OfficialSchema.data().orElseThrow().resolve("slackblocks-spec/spec/limits.json");
    JsonNode table = Json.read(Files.readString(file));
    Limits.MOST.forEach((name, most) -> {
      JsonNode limit = table.at("/" + name.replace('.', '/'));
      for (String word : new String[] {"max_length", "max_items", "max"}) {
        if (limit.has(word)) {
          assertThat(limit.path(word).asInt()).as(name).isEqualTo(most);
        }
      }
    });
  }

  private static JsonNode message(String blocks) {
    return Json.read(("{'text':'words','blocks':[" + blocks + "]}").replace('\'', '"'));
  }
}
