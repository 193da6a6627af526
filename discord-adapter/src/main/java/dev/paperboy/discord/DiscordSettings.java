package dev.paperboy.discord;

import dev.paperboy.Environment;
import dev.paperboy.Secret;
import dev.paperboy.Settings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How the Discord app is set up.
 *
 * @param core what every program of Paperboy reads
 * @param api base address of the REST API, with a slash at its end
 * @param shards how many; empty where Discord is asked
 */
record DiscordSettings(Settings core, Secret token, URI api, OptionalInt shards) {
  private static final Pattern TOKEN = Pattern.compile("[^\\s.]+\\.[^\\s.]+\\.[^\\s.]+");
  private static final int MOST_SHARDS = 1000;

  /**
   * Reads all of it.
   *
   * @throws Environment.Unusable with every problem there is
   */
  static DiscordSettings read(Environment environment) {
    Reading reading = new Reading(environment);
    Optional<Secret> token = reading.token();
    URI api = reading.api();
    OptionalInt shards = reading.shards();
    List<String> own = Arrays.stream(DiscordVariable.values()).map(DiscordVariable::name).toList();
    Settings core = environment.settings(own); // throws where a problem was noted
    return new DiscordSettings(core, token.orElseThrow(), api, shards);
  }

  private record Reading(Environment environment) {
    Optional<Secret> token() {
      Optional<String> text = value(DiscordVariable.DISCORD_TOKEN).map(String::strip);
      if (text.isEmpty()) {
        environment.problem(
            "DISCORD_TOKEN is not set. Create the application as docs/discord.md says and copy the"
                + " token from Bot → Reset Token.");
        return Optional.empty();
      }
      if (!TOKEN.matcher(text.get()).matches()) {
        environment.problem(
            "DISCORD_TOKEN is not a bot's token, which has three parts with dots between them."
                + " Copy it from Bot → Reset Token; the client secret and the public key do not"
                + " do.");
        return Optional.empty();
      }
      return text.map(Secret::new);
    }

    URI api() {
      URI byDefault = URI.create(DiscordVariable.DISCORD_API_URL.byDefault());
      Optional<String> text = value(DiscordVariable.DISCORD_API_URL).map(String::strip);
      if (text.isEmpty()) {
        return byDefault;
      }
      try {
        URI address = URI.create(text.get().endsWith("/") ? text.get() : text.get() + "/");
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
          return address;
        }
      } catch (IllegalArgumentException e) {
        // said below, with what was expected
      }
      environment.problem("DISCORD_API_URL must be an http or https address.");
      return byDefault;
    }

    OptionalInt shards() {
      Optional<String> text = value(DiscordVariable.DISCORD_SHARDS).map(String::strip);
      if (text.isEmpty()) {
        return OptionalInt.empty();
      }
      try {
        int shards = Integer.parseInt(text.get());
        if (shards >= 1 && shards <= MOST_SHARDS) {
          return OptionalInt.of(shards);
        }
      } catch (NumberFormatException e) {
        // said below, with what was expected
      }
      environment.problem(
          "DISCORD_SHARDS must be a number from 1 to "
              + MOST_SHARDS
              + "; left out, Discord says how many.");
      return OptionalInt.empty();
    }

    private Optional<String> value(DiscordVariable variable) {
      return environment.value(variable.name());
    }
  }
}
