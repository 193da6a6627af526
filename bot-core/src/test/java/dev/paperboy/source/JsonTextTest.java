package dev.paperboy.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void readsTheReasonOfARefusal() {
    assertThat(error("{\"code\":4,\"details\":{\"error\":\"inner\"},\"error\":\"no such date\"}"))
        .isEqualTo("no such date");
    assertThat(error("{\"error\":7}")).isEmpty();
    assertThat(error("[\"error\"]")).isEmpty();
    assertThat(error("<html>")).isEmpty();
    assertThat(error("{\"error\":\"cut")).isEmpty();
    assertThat(error("")).isEmpty();
  }

  @Test
  void namesTheLineAndWhatWasExpected() throws IOException {
    BrokenFile cut = mistake("[\n {\"a\": 1},\n {\"b\"".getBytes(StandardCharsets.UTF_8));
    assertThat(cut.line()).isEqualTo(3);
    assertThat(cut).hasMessage("expected more JSON, it ends in the middle");
    BrokenFile wrong = mistake("[\n {a: 1}]".getBytes(StandardCharsets.UTF_8));
    assertThat(wrong.line()).isEqualTo(2);
    assertThat(wrong.getMessage()).startsWith("expected valid JSON, it goes wrong at column ");
    BrokenFile bytes = mistake(new byte[] {'[', '"', (byte) 0xC3, (byte) 0x28, '"', ']'});
    assertThat(bytes).hasMessage("expected UTF-8 text");
  }

  @Test
  void refusesJsonThatIsNestedTooDeep() throws IOException {
    BrokenFile deep = mistake("[".repeat(5_000).getBytes(StandardCharsets.UTF_8));
    assertThat(deep.getMessage()).startsWith("expected valid JSON");
  }

  private static String error(String body) {
    return JsonText.error(body.getBytes(StandardCharsets.UTF_8)).orElse("");
  }

  private static BrokenFile mistake(byte[] json) throws IOException {
    try (JsonParser parser = JsonText.factory().createParser(json)) {
      while (parser.nextToken() != null) {
        parser.getText();
      }
      throw new AssertionError("nothing is wrong with it");
    } catch (JsonProcessingException e) {
      return JsonText.broken(e, 0);
    }
  }
}
