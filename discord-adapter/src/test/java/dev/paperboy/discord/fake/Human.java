package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.discord.fake.Interaction.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One person, and what they do. Their client offers what the app registered and showed, only. */
public final class Human {
  private final Acts acts;
  private final Person person;

  Human(Acts acts, Person person) {
    this.acts = acts;
    this.person = person;
  }

  public String id() {
    return Long.toString(person.number);
  }

  public String name() {
    return person.name;
  }

  /** The direct messages with the bot. */
  public Channel directMessages() {
    return acts.world.direct(person);
  }

  /** Lets servers' members and apps write, or no longer. */
  public void takesDirectMessages(boolean taking) {
    synchronized (acts.world) {
      person.takesDirectMessages = taking;
    }
  }

  /** Adds the app for themselves, wherever they are. */
  public Human installs() {
    synchronized (acts.world) {
      person.installed = true;
    }
    return this;
  }

  public Human joins(Guild guild) {
    synchronized (acts.world) {
      person.guilds.add(guild);
    }
    return this;
  }

  /** May manage a server from now on. */
  public Human manages(Guild guild) {
    synchronized (acts.world) {
      person.guilds.add(guild);
      person.manages.add(guild);
    }
    return this;
  }

  public Human speaks(String locale) {
    synchronized (acts.world) {
      person.locale = locale;
    }
    return this;
  }

  /** Uses a command, such as {@code papers search}, without options. */
  public Interaction uses(Channel where, String command) {
    return uses(where, command, Map.of());
  }

  /**
   * Uses a command.
   *
   * @param options by their names; a channel stands for itself
   */
  public Interaction uses(Channel where, String command, Map<String, ?> options) {
    synchronized (acts.world) {
      Client client = new Client(acts.world, person, where);
      ObjectNode data = client.command(command, options, Optional.empty());
      return acts.send(Kind.COMMAND, person, where, data, null);
    }
  }

  /** Types into an option that completes; the other options are filled already. */
  public List<Choice> types(
      Channel where, String command, String option, String typed, Map<String, ?> others) {
    Interaction asked;
    synchronized (acts.world) {
      Client client = new Client(acts.world, person, where);
      Map<String, Object> options = new HashMap<>(others);
      options.put(option, typed);
      ObjectNode data = client.command(command, options, Optional.of(option));
      asked = acts.send(Kind.AUTOCOMPLETE, person, where, data, null);
    }
    return asked.choices();
  }

  /** Uses the action of that name on somebody's message. */
  public Interaction actsOn(Channel where, String action, String text) {
    synchronized (acts.world) {
      Client client = new Client(acts.world, person, where);
      JsonNode command = client.offered(CommandRules.ON_MESSAGE, action);
      Stored written =
          acts.world.post(where, acts.messages.written(where, person, text), null, null);
      ObjectNode data = Json.object().put("id", Json.text(command, "id")).put("name", action);
      data.put("type", CommandRules.ON_MESSAGE).put("target_id", written.id());
      data.putObject("resolved").putObject("messages").set(written.id(), written.json());
      return acts.send(Kind.COMMAND, person, where, data, null);
    }
  }

  /** Presses a button. */
  public Interaction presses(Posted message, String label) {
    synchronized (acts.world) {
      Stored stored = here(message);
      for (JsonNode component : stored.seen().components()) {
        if (component.path("type").asInt() == ComponentRules.BUTTON
            && Json.text(component, "label").equals(label)
            && Json.has(component, "custom_id")) {
          if (component.path("disabled").asBoolean()) {
            throw new AssertionError("\"" + label + "\" cannot be pressed");
          }
          return acts.send(Kind.COMPONENT, person, stored.channel(), component(component), stored);
        }
      }
      throw new AssertionError("no button \"" + label + "\", only " + stored.seen().ways());
    }
  }

  /** Chooses the option of that label from a menu. */
  public Interaction chooses(Posted message, String label) {
    synchronized (acts.world) {
      Stored stored = here(message);
      for (JsonNode component : stored.seen().components()) {
        for (JsonNode option : component.path("options")) {
          if (Json.text(option, "label").equals(label)) {
            ObjectNode data = component(component);
            data.putArray("values").add(Json.text(option, "value"));
            return acts.send(Kind.COMPONENT, person, stored.channel(), data, stored);
          }
        }
      }
      throw new AssertionError("no option \"" + label + "\", only " + stored.seen().ways());
    }
  }

  /**
   * Fills in a dialog and sends it.
   *
   * @param filled by the labels of the fields; the others stay as they are
   */
  public Interaction submits(Dialog dialog, Map<String, String> filled) {
    ObjectNode data = Json.object().put("custom_id", Json.text(dialog.body(), "custom_id"));
    ArrayNode components = data.putArray("components");
    List<String> known = new ArrayList<>();
    for (JsonNode label : dialog.body().path("components")) {
      JsonNode field = label.path("component");
      if (!field.isObject()) {
        continue;
      }
      String name = Json.text(label, "label");
      known.add(name);
      ObjectNode outer = components.addObject().put("type", ModalRules.LABEL);
      outer.put("id", components.size());
      String given = Objects.requireNonNullElse(filled.get(name), Dialog.filled(field));
      outer.set("component", entered(field, given, name).put("id", 10 + components.size()));
    }
    if (!known.containsAll(filled.keySet())) {
      throw new AssertionError("no such fields: " + filled.keySet() + ", only " + known);
    }
    synchronized (acts.world) {
      Interaction opened = dialog.opened();
      return acts.send(Kind.SUBMISSION, person, opened.channel, data, opened.pressed, opened);
    }
  }

  private static ObjectNode entered(JsonNode field, String given, String name) {
    int type = field.path("type").asInt();
    ObjectNode entered = Json.object().put("type", type);
    entered.put("custom_id", Json.text(field, "custom_id"));
    boolean required = field.path("required").asBoolean(true);
    if (required && given.isEmpty()) {
      throw new AssertionError("\"" + name + "\" has to be filled in");
    }
    if (type == ModalRules.TEXT_INPUT) {
      int most = field.path("max_length").asInt(Limits.TEXT_INPUT);
      if (given.length() > most
          || (!given.isEmpty() && given.length() < field.path("min_length").asInt(0))) {
        throw new AssertionError(
            "\"" + name + "\" does not take " + given.length() + " characters");
      }
      return entered.put("value", given);
    }
    ArrayNode values = entered.putArray("values");
    List<String> options = new ArrayList<>();
    field.path("options").forEach(option -> options.add(Json.text(option, "value")));
    if (!given.isEmpty()) {
      if (!options.contains(given)) {
        throw new AssertionError("\"" + name + "\" offers only " + options);
      }
      values.add(given);
    }
    return entered;
  }

  private static ObjectNode component(JsonNode component) {
    return Json.object()
        .put("custom_id", Json.text(component, "custom_id"))
        .put("component_type", component.path("type").asInt())
        .put("id", component.path("id").asInt());
  }

  private Stored here(Posted message) {
    return message.channel().messages.stream()
        .filter(stored -> stored.id().equals(message.id()))
        .filter(stored -> stored.onlyFor() == null || stored.onlyFor() == person)
        .findFirst()
        .orElseThrow(() -> new AssertionError(person.name + " does not see that message"));
  }
}
