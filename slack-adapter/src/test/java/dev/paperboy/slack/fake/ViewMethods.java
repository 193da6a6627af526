package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** {@code views.*}: modals and Home tabs. */
final class ViewMethods {
  private final World world;

  ViewMethods(World world) {
    this.world = world;
  }

  Map<String, Method> all() {
    return Map.of(
        "views.open", this::open,
        "views.push", this::open,
        "views.update", this::update,
        "views.publish", this::publish);
  }

  private ObjectNode open(Workspace workspace, Args args) {
    ObjectNode view = read(args, "modal");
    world.useTrigger(args.required("trigger_id"));
    return answer(keep(workspace, view));
  }

  private ObjectNode update(Workspace workspace, Args args) {
    String id = args.text("view_id");
    ObjectNode old =
        workspace.views.values().stream()
            .filter(view ->
                view.path("id").asText().equals(id)
                    || (args.has("external_id")
                        && view.path("external_id").asText().equals(args.text("external_id"))))
            .findFirst()
            .orElseThrow(() -> new ApiError("not_found"));
    if (args.has("hash") && !args.text("hash").equals(old.path("hash").asText())) {
      throw new ApiError("hash_conflict");
    }
    return answer(replace(workspace, old.path("id").asText(), read(args, "modal")));
  }

  private ObjectNode publish(Workspace workspace, Args args) {
    String person = args.required("user_id");
    if (!workspace.people.containsKey(person)) {
      throw new ApiError("user_not_found");
    }
    ObjectNode old = workspace.homes.get(person);
    if (args.has("hash") && old != null && !args.text("hash").equals(old.path("hash").asText())) {
      throw new ApiError("hash_conflict");
    }
    ObjectNode view = complete(workspace, read(args, "home"), "VHOME" + person);
    workspace.homes.put(person, view);
    world.changed();
    return answer(view);
  }

  ObjectNode keep(Workspace workspace, ObjectNode view) {
    return replace(workspace, "V" + world.next(), view);
  }

  ObjectNode replace(Workspace workspace, String id, ObjectNode view) {
    ObjectNode kept = complete(workspace, view, id);
    workspace.views.put(id, kept);
    world.changed();
    return kept;
  }

  private ObjectNode complete(Workspace workspace, ObjectNode given, String id) {
    ObjectNode view = given.deepCopy();
    int number = 0;
    for (JsonNode block : view.withArray("blocks")) {
      if (!block.has("block_id")) {
        ((ObjectNode) block).put("block_id", "b" + number);
      }
      number++;
    }
    view.put("id", id).put("team_id", workspace.id);
    for (String name : List.of("private_metadata", "callback_id", "external_id")) {
      if (!view.has(name)) {
        view.put(name, "");
      }
    }
    view.putObject("state").putObject("values");
    view.put("hash", "1574381430." + world.next());
    for (String name : List.of("clear_on_close", "notify_on_close")) {
      if (!view.has(name)) {
        view.put(name, false);
      }
    }
    view.put("root_view_id", id).put("app_id", World.APP);
    view.put("app_installed_team_id", workspace.id).put("bot_id", workspace.botId);
    return view;
  }

  private ObjectNode read(Args args, String type) {
    JsonNode view = args.json("view", "invalid_arguments");
    List<String> problems = PayloadRules.view(view);
    if (problems.isEmpty() && !view.path("type").asText().equals(type)) {
      problems = List.of("a " + type + " was wanted");
    }
    if (!problems.isEmpty()) {
      world.problem("view", problems);
      throw new ApiError("invalid_arguments");
    }
    return (ObjectNode) view;
  }

  private static ObjectNode answer(ObjectNode view) {
    ObjectNode answer = Json.ok();
    answer.set("view", view.deepCopy());
    return answer;
  }
}
