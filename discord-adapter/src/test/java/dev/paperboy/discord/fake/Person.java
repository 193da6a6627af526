package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What Discord knows of a person. */
final class Person {
  final long number;
  final String name;
  final Set<Guild> guilds = new HashSet<>();

  /** Where the person may manage the server. */
  final Set<Guild> manages = new HashSet<>();

  String locale = "en-US";
  boolean takesDirectMessages = true;

  /** Whether the person has installed the app for themselves. */
  boolean installed;

  Person(long number, String name) {
    this.number = number;
    this.name = name;
  }

  boolean sharesServerWithBot() {
    return guilds.stream().anyMatch(guild -> guild.botIsThere);
  }

  ObjectNode json() {
    return user(number, name, false);
  }

  static ObjectNode user(long id, String name, boolean bot) {
    ObjectNode user =
        Json.object()
            .put("id", Long.toString(id))
            .put("username", bot ? name : name.toLowerCase(Locale.ROOT).replace(' ', '_'))
            .put("discriminator", bot ? "0001" : "0")
            .put("global_name", bot ? null : name)
            .put("public_flags", 0)
            .put("flags", 0)
            .put("bot", bot)
            .put("system", false);
    user.putNull("avatar").putNull("banner").putNull("accent_color");
    user.putNull("avatar_decoration_data").putNull("collectibles").putNull("primary_guild");
    return user.putNull("clan");
  }
}
