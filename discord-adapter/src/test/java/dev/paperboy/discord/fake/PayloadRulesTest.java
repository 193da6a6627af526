package dev.paperboy.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules can fail: each takes what stands at its limit and refuses what is one beyond. */
class PayloadRulesTest {
  private static final String SMILE = "\uD83D\uDE00";

  private static ObjectNode said(String content) {
    ObjectNode message = Json.object().put("content", content);
    message.putObject("allowed_mentions").putArray("parse");
    return message;
  }

  private static ObjectNode embeds(int count, Consumer<ObjectNode> filling) {
    ObjectNode message = Json.object();
    ArrayNode embeds = message.putArray("embeds");
    for (int i = 0; i < count; i++) {
      ObjectNode embed = embeds.addObject();
      filling.accept(embed);
    }
    return message;
  }

  private static ObjectNode fields(int count, int name, int value) {
    return embeds(
        1,
        embed -> {
          for (int i = 0; i < count; i++) {
            embed
                .withArrayProperty("fields")
                .addObject()
                .put("name", x(name))
                .put("value", x(value));
          }
        });
  }

  private static ObjectNode buttons(int count, int label, int id) {
    ObjectNode message = said("pick");
    ArrayNode row =
        message.putArray("components").addObject().put("type", 1).putArray("components");
    for (int i = 0; i < count; i++) {
      String ending = Integer.toString(i);
      row.addObject()
          .put("type", 2)
          .put("style", 1)
          .put("label", x(label))
          .put("custom_id", x(id - ending.length()) + ending);
    }
    return message;
  }

  private static ObjectNode rows(int count) {
    ObjectNode message = said("pick");
    ArrayNode rows = message.putArray("components");
    for (int i = 0; i < count; i++) {
      ObjectNode row = rows.addObject().put("type", 1);
      row.putArray("components")
          .addObject()
          .put("type", 2)
          .put("style", 1)
          .put("label", "go")
          .put("custom_id", "go" + i);
    }
    return message;
  }

  private static ObjectNode link(String address) {
    ObjectNode message = said("pick");
    ObjectNode row = message.putArray("components").addObject().put("type", 1);
    row.putArray("components")
        .addObject()
        .put("type", 2)
        .put("style", 5)
        .put("label", "open")
        .put("url", address);
    return message;
  }

  private static ObjectNode menu(int options, int label, int value, int placeholder) {
    ObjectNode message = said("pick");
    ObjectNode row = message.putArray("components").addObject().put("type", 1);
    ObjectNode menu = row.putArray("components").addObject().put("type", 3);
    menu.put("custom_id", "menu").put("placeholder", x(placeholder));
    ArrayNode all = menu.putArray("options");
    for (int i = 0; i < options; i++) {
      String ending = Integer.toString(i);
      all.addObject().put("label", x(label)).put("value", x(value - ending.length()) + ending);
    }
    return message;
  }

  private static ObjectNode modern(int texts, int characters) {
    ObjectNode message = Json.object().put("flags", PayloadRules.IS_COMPONENTS_V2);
    message.putObject("allowed_mentions").putArray("parse");
    ArrayNode components = message.putArray("components");
    for (int i = 0; i < texts; i++) {
      components.addObject().put("type", 10).put("content", x(characters));
    }
    return message;
  }

  private static String x(int length) {
    return "x".repeat(length);
  }

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of("content", said(x(2000)), said(x(2001))),
        Arguments.of("half a character", said(SMILE), said(SMILE.substring(0, 1))),
        Arguments.of("emptiness", said("a"), said("")),
        Arguments.of("blankness", said("a"), said(" \n ")),
        Arguments.of(
            "embeds", embeds(10, e -> e.put("title", "t")), embeds(11, e -> e.put("title", "t"))),
        Arguments.of(
            "all embeds",
            embeds(10, e -> e.put("description", x(600))),
            embeds(10, e -> e.put("description", x(600)).putObject("footer").put("text", "x"))),
        Arguments.of(
            "title",
            embeds(1, e -> e.put("title", x(256))),
            embeds(1, e -> e.put("title", x(257)))),
        Arguments.of(
            "description",
            embeds(1, e -> e.put("description", x(4096))),
            embeds(1, e -> e.put("description", x(4097)))),
        Arguments.of(
            "footer",
            embeds(1, e -> e.putObject("footer").put("text", x(2048))),
            embeds(1, e -> e.putObject("footer").put("text", x(2049)))),
        Arguments.of(
            "author",
            embeds(1, e -> e.putObject("author").put("name", x(256))),
            embeds(1, e -> e.putObject("author").put("name", x(257)))),
        Arguments.of("an empty embed", embeds(1, e -> e.put("title", "t")), embeds(1, e -> {})),
        Arguments.of(
            "an embed's address",
            embeds(1, e -> e.put("title", "t").put("url", "https://arxiv.org/abs/1")),
            embeds(1, e -> e.put("title", "t").put("url", "javascript:alert(1)"))),
        Arguments.of("fields", fields(25, 10, 10), fields(26, 10, 10)),
        Arguments.of("a field's name", fields(1, 256, 10), fields(1, 257, 10)),
        Arguments.of("a field's value", fields(1, 10, 1024), fields(1, 10, 1025)),
        Arguments.of("a blank field", fields(1, 1, 1), fields(1, 1, 0)),
        Arguments.of("buttons", buttons(5, 10, 10), buttons(6, 10, 10)),
        Arguments.of("a label", buttons(1, 80, 10), buttons(1, 81, 10)),
        Arguments.of("no label", buttons(1, 1, 10), buttons(1, 0, 10)),
        Arguments.of("a custom_id", buttons(1, 10, 100), buttons(1, 10, 101)),
        Arguments.of("rows", rows(5), rows(6)),
        Arguments.of("a link", link("https://x.org/" + x(498)), link("https://x.org/" + x(499))),
        Arguments.of("a link's scheme", link("https://x.org"), link("file:///etc")),
        Arguments.of("options", menu(25, 10, 10, 10), menu(26, 10, 10, 10)),
        Arguments.of("no options", menu(1, 10, 10, 10), menu(0, 10, 10, 10)),
        Arguments.of("an option's label", menu(1, 100, 10, 10), menu(1, 101, 10, 10)),
        Arguments.of("an option's value", menu(1, 10, 100, 10), menu(1, 10, 101, 10)),
        Arguments.of("a placeholder", menu(1, 10, 10, 150), menu(1, 10, 10, 151)),
        Arguments.of("components of the second version", modern(40, 10), modern(41, 10)),
        Arguments.of("their characters", modern(4, 1000), modern(4, 1001)),
        Arguments.of(
            "their flag", modern(1, 10), modern(1, 10).put("flags", 0).put("content", "x")),
        Arguments.of("content beside them", modern(1, 10), modern(1, 10).put("content", "x")),
        Arguments.of("a nonce", said("a").put("nonce", x(25)), said("a").put("nonce", x(26))),
        Arguments.of(
            "a nonce to be enforced",
            said("a").put("nonce", "n").put("enforce_nonce", true),
            said("a").put("enforce_nonce", true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void aMessageIsTakenAtTheLimitAndRefusedBeyond(String what, ObjectNode well, ObjectNode bad) {
    assertThat(PayloadRules.message(well)).as("well: " + what).isEmpty();
    assertThat(PayloadRules.message(bad)).as("bad: " + what).isNotEmpty();
  }

  @Test
  void anIdStandsForOneComponent() {
    ObjectNode message = rows(2);
    ((ObjectNode) message.at("/components/1/components/0")).put("custom_id", "go0");
    assertThat(PayloadRules.message(message)).anyMatch(problem -> problem.contains("twice"));
  }

  @Test
  void aMenuNeedsItsOwnRow() {
    ObjectNode message = menu(2, 5, 5, 5);
    message
        .withArray("/components/0/components")
        .addObject()
        .put("type", 2)
        .put("style", 1)
        .put("label", "b")
        .put("custom_id", "b");
    assertThat(PayloadRules.message(message)).anyMatch(problem -> problem.contains("own"));
  }

  @Test
  void aTextThatCanPingHasBadManners() {
    ObjectNode careless = Json.object().put("content", "@everyone");
    assertThat(PayloadRules.manners(careless)).isNotEmpty();
    ObjectNode pings = said("hi");
    pings.withObject("/allowed_mentions").putArray("users").add("1");
    assertThat(PayloadRules.manners(pings)).isNotEmpty();
    assertThat(PayloadRules.manners(said("@everyone"))).isEmpty();
  }

  @Test
  void embedsOfOneAddressHaveBadManners() {
    assertThat(
            PayloadRules.manners(embeds(2, e -> e.put("title", "t").put("url", "https://x.org"))))
        .isNotEmpty();
    assertThat(PayloadRules.manners(embeds(2, e -> e.put("title", "t")))).isEmpty();
  }

  private static ObjectNode modal(int title, int label, int input, int count) {
    ObjectNode callback = Json.object().put("type", 9);
    ObjectNode data = callback.putObject("data").put("custom_id", "m").put("title", x(title));
    ArrayNode components = data.putArray("components");
    for (int i = 0; i < count; i++) {
      ObjectNode outer = components.addObject().put("type", 18).put("label", x(label));
      outer
          .putObject("component")
          .put("type", 4)
          .put("style", 1)
          .put("custom_id", "f" + i)
          .put("value", x(input));
    }
    return callback;
  }

  static Stream<Arguments> modals() {
    return Stream.of(
        Arguments.of("title", modal(45, 5, 5, 1), modal(46, 5, 5, 1)),
        Arguments.of("label", modal(5, 45, 5, 1), modal(5, 46, 5, 1)),
        Arguments.of("text", modal(5, 5, 4000, 1), modal(5, 5, 4001, 1)),
        Arguments.of("fields", modal(5, 5, 5, 5), modal(5, 5, 5, 6)),
        Arguments.of("no fields", modal(5, 5, 5, 1), modal(5, 5, 5, 0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modals")
  void aDialogIsTakenAtTheLimitAndRefusedBeyond(String what, ObjectNode well, ObjectNode bad) {
    assertThat(PayloadRules.callback(well, 0)).as("well: " + what).isEmpty();
    assertThat(PayloadRules.callback(bad, 0)).as("bad: " + what).isNotEmpty();
  }

  private static ObjectNode choices(int count, int name, int value) {
    ObjectNode callback = Json.object().put("type", 8);
    ArrayNode choices = callback.putObject("data").putArray("choices");
    for (int i = 0; i < count; i++) {
      String ending = Integer.toString(i);
      choices
          .addObject()
          .put("name", x(name - ending.length()) + ending)
          .put("value", x(value - ending.length()) + ending);
    }
    return callback;
  }

  @Test
  void choicesAreTakenAtTheLimitAndRefusedBeyond() {
    assertThat(PayloadRules.callback(choices(25, 100, 100), 0)).isEmpty();
    assertThat(PayloadRules.callback(choices(0, 1, 1), 0)).isEmpty();
    assertThat(PayloadRules.callback(choices(26, 10, 10), 0)).isNotEmpty();
    assertThat(PayloadRules.callback(choices(1, 101, 10), 0)).isNotEmpty();
    assertThat(PayloadRules.callback(choices(1, 10, 101), 0)).isNotEmpty();
  }

  private static ArrayNode command(Consumer<ObjectNode> change) {
    ArrayNode commands = Json.array();
    ObjectNode command = commands.addObject().put("type", 1);
    command.put("name", "papers").put("description", "Papers of the day");
    ObjectNode option = command.putArray("options").addObject().put("type", 3);
    option.put("name", "query").put("description", "What to look for");
    change.accept(command);
    return commands;
  }

  static List<Consumer<ObjectNode>> brokenCommands() {
    return List.of(
        command -> command.put("name", "Papers"),
        command -> command.put("name", "pa pers"),
        command -> command.put("name", x(33)),
        command -> command.put("description", ""),
        command -> command.put("description", x(101)),
        command -> command.put("dm_permission", true),
        command -> command.putArray("contexts").add(3),
        command -> option(command).put("name", "Query"),
        command -> option(command).put("description", x(101)),
        command -> option(command).putObject("name_localizations").put("de", "Suche"),
        command -> option(command).putObject("name_localizations").put("xx", "suche"),
        command -> {
          ObjectNode choice =
              option(command).put("autocomplete", true).putArray("choices").addObject();
          choice.put("name", "a").put("value", "a");
        },
        command -> command.withArray("/options").add(option(command).deepCopy()),
        command -> {
          ObjectNode late = command.withArray("/options").addObject().put("type", 3);
          late.put("name", "late").put("description", "d").put("required", true);
        },
        command -> {
          for (int i = 0; i < 25; i++) {
            ObjectNode more = command.withArray("/options").addObject().put("type", 3);
            more.put("name", "o" + i).put("description", "d");
          }
        },
        command -> {
          for (int i = 0; i < 24; i++) {
            ObjectNode more = command.withArray("/options").addObject().put("type", 3);
            more.put("name", "o" + i).put("description", x(100));
            for (int j = 0; j < 25; j++) {
              more.withArrayProperty("choices")
                  .addObject()
                  .put("name", "c" + j + x(5))
                  .put("value", x(6));
            }
          }
        });
  }

  private static ObjectNode option(ObjectNode command) {
    return (ObjectNode) command.at("/options/0");
  }

  @ParameterizedTest
  @MethodSource("brokenCommands")
  void aBrokenCommandIsRefused(Consumer<ObjectNode> breaking) {
    assertThat(PayloadRules.commands(command(breaking))).isNotEmpty();
  }

  @Test
  void aCommandIsTaken() {
    assertThat(PayloadRules.commands(command(command -> {}))).isEmpty();
    ArrayNode two = command(command -> {});
    two.add(two.get(0).deepCopy());
    assertThat(PayloadRules.commands(two)).isNotEmpty();
  }

  @Test
  void theOfficialDescriptionIsAskedWhereItIsGiven() {
    Assumptions.assumeTrue(OfficialSchema.given());
    ObjectNode wrong = said("a");
    wrong.put("tts", "loudly");
    assertThat(OfficialSchema.problems("MessageCreateRequest", wrong)).isNotEmpty();
    assertThat(OfficialSchema.problems("MessageCreateRequest", said("a"))).isEmpty();
  }
}
