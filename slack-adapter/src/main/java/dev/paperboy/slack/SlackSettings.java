package dev.paperboy.slack;

import dev.paperboy.Environment;
import dev.paperboy.Secret;
import dev.paperboy.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the Slack app is set up.
 *
 * @param core what every program of Paperboy reads
 * @param api base address of the Web API, with a slash at its end
 * @param publicUrl where this process is reached from outside
 */
record SlackSettings(
    Settings core, SlackMode mode, URI api, int port, Managers managers, Optional<URI> publicUrl) {
  /** Who may change the digests of a channel. */
  enum Managers {
    MEMBERS,
    ADMINS
  }

  /**
   * Reads all of it.
   *
   * @throws Environment.Unusable with every problem there is
   */
  static SlackSettings read(Environment environment) {
    Reading reading = new Reading(environment);
    Optional<SlackMode> mode = reading.mode();
    URI api = reading.api();
    int port = reading.port();
    Managers managers = reading.managers();
    Optional<URI> publicUrl = reading.publicUrl();
    List<String> own = Arrays.stream(SlackVariable.values()).map(SlackVariable::name).toList();
    Settings core = environment.settings(own); // throws where a problem was noted
    return new SlackSettings(core, mode.orElseThrow(), api, port, managers, publicUrl);
  }

  private record Reading(Environment environment) {
    Optional<SlackMode> mode() {
      Optional<Secret> bot = token(SlackVariable.SLACK_BOT_TOKEN, "xoxb-");
      Optional<Secret> app = token(SlackVariable.SLACK_APP_TOKEN, "xapp-");
      Optional<Secret> signing = value(SlackVariable.SLACK_SIGNING_SECRET).map(Secret::new);
      Optional<String> client = value(SlackVariable.SLACK_CLIENT_ID);
      Optional<Secret> secret = value(SlackVariable.SLACK_CLIENT_SECRET).map(Secret::new);
      Optional<Secret> key = key();
      boolean oauth = client.isPresent() || secret.isPresent();

      List<String> asked = new ArrayList<>();
      if (app.isPresent()) {
        asked.add("Socket Mode (SLACK_BOT_TOKEN + SLACK_APP_TOKEN)");
      }
      if (oauth) {
        asked.add("OAuth (SLACK_CLIENT_ID + SLACK_CLIENT_SECRET + SLACK_SIGNING_SECRET)");
      }
      if (signing.isPresent() && bot.isPresent()) {
        asked.add("HTTP mode (SLACK_BOT_TOKEN + SLACK_SIGNING_SECRET)");
      }
      if (asked.size() > 1) {
        return wrong(
            "Two modes are set at once: %s; keep the variables of one."
                .formatted(String.join(" and ", asked)));
      }
      if (oauth) {
        missing(client.isEmpty(), "SLACK_CLIENT_ID", "OAuth");
        missing(secret.isEmpty(), "SLACK_CLIENT_SECRET", "OAuth");
        missing(signing.isEmpty(), "SLACK_SIGNING_SECRET", "OAuth");
        missing(key.isEmpty() && !isSet(SlackVariable.PAPERBOY_KEY), "PAPERBOY_KEY", "OAuth");
        return client.isEmpty() || secret.isEmpty() || signing.isEmpty() || key.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new SlackMode.OAuth(client.get(), secret.get(), signing.get(), key.get()));
      }
      if (app.isPresent()) {
        missing(
            bot.isEmpty() && !isSet(SlackVariable.SLACK_BOT_TOKEN),
            "SLACK_BOT_TOKEN",
            "Socket Mode");
        return bot.map(token -> new SlackMode.Socket(token, app.get()));
      }
      if (signing.isPresent()) {
        missing(
            !isSet(SlackVariable.SLACK_BOT_TOKEN),
            "SLACK_BOT_TOKEN (or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for OAuth)",
            "HTTP mode");
        return bot.map(token -> new SlackMode.Http(token, signing.get()));
      }
      if (bot.isPresent()) {
        missing(
            !isSet(SlackVariable.SLACK_APP_TOKEN),
            "SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP mode)",
            "A bot token");
        return Optional.empty();
      }
      if (!isSet(SlackVariable.SLACK_BOT_TOKEN) && !isSet(SlackVariable.SLACK_APP_TOKEN)) {
        return wrong(
            "No token is set. Create the app from slack-adapter/manifest.yml as docs/slack.md says,"
                + " then set SLACK_BOT_TOKEN and SLACK_APP_TOKEN.");
      }
      return Optional.empty();
    }

    URI api() {
      String text =
          value(SlackVariable.SLACK_API_URL).orElse(SlackVariable.SLACK_API_URL.byDefault());
      return address(SlackVariable.SLACK_API_URL, text.endsWith("/") ? text : text + "/")
          .orElse(URI.create(SlackVariable.SLACK_API_URL.byDefault()));
    }

    int port() {
      String text = value(SlackVariable.SLACK_PORT).orElse(SlackVariable.SLACK_PORT.byDefault());
      try {
        int port = Integer.parseInt(text.strip());
        if (port >= 0 && port <= 65_535) {
          return port;
        }
      } catch (NumberFormatException e) {
        // said below, with what was expected
      }
      environment.problem("SLACK_PORT must be a port, 0 to 65535 (0 takes a free one).");
      return 0;
    }

    Managers managers() {
      String text = value(SlackVariable.PAPERBOY_SLACK_MANAGERS).orElse("members");
      return switch (text.strip().toLowerCase(Locale.ROOT)) {
        case "members" -> Managers.MEMBERS;
        case "admins" -> Managers.ADMINS;
        default -> {
          environment.problem("PAPERBOY_SLACK_MANAGERS must be members or admins.");
          yield Managers.MEMBERS;
        }
      };
    }

    Optional<URI> publicUrl() {
      return value(SlackVariable.PAPERBOY_PUBLIC_URL)
          .flatMap(text -> address(SlackVariable.PAPERBOY_PUBLIC_URL, text));
    }

    private Optional<Secret> key() {
      Optional<String> text = value(SlackVariable.PAPERBOY_KEY);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      try {
        boolean usable =
            Arrays.stream(text.get().split(",", -1))
                .allMatch(key -> Base64.getDecoder().decode(key.strip()).length == 32);
        if (usable) {
          return text.map(String::strip).map(Secret::new);
        }
      } catch (IllegalArgumentException e) {
        // said below, with what was expected
      }
      environment.problem(
          "PAPERBOY_KEY must be 32 bytes in base64; `openssl rand -base64 32` makes one.");
      return Optional.empty();
    }

    private Optional<Secret> token(SlackVariable variable, String prefix) {
      Optional<String> text = value(variable).map(String::strip);
      if (text.isPresent() && !text.get().startsWith(prefix)) {
        environment.problem(
            variable + " must start with " + prefix + "; another kind of token was given.");
        return Optional.empty();
      }
      return text.map(Secret::new);
    }

    private Optional<URI> address(SlackVariable variable, String text) {
      try {
        URI address = URI.create(text.strip());
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
          return Optional.of(address);
        }
      } catch (IllegalArgumentException e) {
        // said below, with what was expected
      }
      environment.problem(variable + " must be an http or https address.");
      return Optional.empty();
    }

    private Optional<String> value(SlackVariable variable) {
      return environment.value(variable.name());
    }

    private boolean isSet(SlackVariable variable) {
      return value(variable).isPresent();
    }

    private void missing(boolean isMissing, String what, String forWhat) {
      if (isMissing) {
        environment.problem(forWhat + " also needs " + what + ".");
      }
    }

    private Optional<SlackMode> wrong(String problem) {
      environment.problem(problem);
      return Optional.empty();
    }
  }
}
