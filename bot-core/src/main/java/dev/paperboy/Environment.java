package dev.paperboy;

import dev.paperboy.chat.Nearest;
import dev.paperboy.command.Limits;
import dev.paperboy.embedding.EmbeddingModel;
import dev.paperboy.store.DatabaseAddress;
import dev.paperboy.summary.model.ModelAddress;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the settings: a {@code .env} in the working directory, then the environment, which wins;
 * each variable also as {@code NAME_FILE}. Every problem is reported at once.
 */
public final class Environment {
  /** Some variables are wrong. Each problem is one sentence for people. */
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> problems;

    Unusable(List<String> problems) {
      super(String.join(" ", problems));
      this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
      return problems;
    }
  }

  /** Read by the programs of the platforms, and no mistake where another program runs. */
  private static final Pattern OF_PLATFORMS =
      Pattern.compile("PAPERBOY_(KEY|PUBLIC_URL|[A-Z]+_MANAGERS)");

  private final Map<String, String> values = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Path workingDirectory;
  private final Path userHome;

  private Environment(Path workingDirectory, Path userHome) {
    this.workingDirectory = workingDirectory;
    this.userHome = userHome;
  }

  /**
   * Reads the settings.
   *
   * @throws Unusable with every problem there is
   */
  public static Settings read(
      Map<String, String> environment, Path workingDirectory, Path userHome) {
    return of(environment, workingDirectory, userHome).settings(List.of());
  }

  /** For a program that reads variables of its own beside the settings; nothing is thrown yet. */
  public static Environment of(
      Map<String, String> environment, Path workingDirectory, Path userHome) {
    Environment reading = new Environment(workingDirectory, userHome);
    reading.dotEnv();
    reading.values.putAll(environment);
    return reading;
  }

  /** A variable of a program's own, also from {@code NAME_FILE}. */
  public Optional<String> value(String name) {
    String file = values.getOrDefault(name + "_FILE", "");
    String direct = values.getOrDefault(name, "");
    if (!file.isEmpty() && !direct.isEmpty()) {
      problem(name + " and " + name + "_FILE are both set; keep one.");
    } else if (!file.isEmpty()) {
      try {
        return Optional.of(
                Files.readString(workingDirectory.resolve(file), StandardCharsets.UTF_8).strip())
            .filter(text -> !text.isEmpty());
      } catch (IOException | InvalidPathException e) {
        problem(name + "_FILE names a file that cannot be read: " + file + ".");
      }
    }
    return direct.isBlank() ? Optional.empty() : Optional.of(direct);
  }

  /** Notes what is wrong with a program's own variable, one sentence for people. */
  public void problem(String sentence) {
    if (!problems.contains(sentence)) {
      problems.add(sentence);
    }
  }

  /**
   * The settings that every program shares.
   *
   * @param alsoKnown names of the program's own variables
   * @throws Unusable with every problem there is, those noted before included
   */
  public Settings settings(Collection<String> alsoKnown) {
    Path home = home();
    Optional<DatabaseAddress> database = database();
    URI huggingFace = address(Variable.PAPERBOY_HUGGINGFACE_URL);
    URI arxiv = address(Variable.PAPERBOY_ARXIV_URL);
    Optional<Secret> token = value(Variable.HF_TOKEN).map(Secret::new);
    Optional<ModelAddress> languageModel = languageModel();
    boolean json = choice(Variable.PAPERBOY_LOG, List.of("text", "json")).equals("json");
    Optional<EmbeddingModel> embeddings = embeddings();
    Limits limits =
        new Limits(
            number(Variable.PAPERBOY_MAX_SUBSCRIPTIONS),
            number(Variable.PAPERBOY_MAX_DIGESTS),
            number(Variable.PAPERBOY_MAX_COMMANDS));
    unknown(alsoKnown);
    if (!problems.isEmpty()) {
      throw new Unusable(problems);
    }
    return new Settings(
        home,
        database,
        huggingFace,
        arxiv,
        token,
        languageModel,
        json,
        embeddings,
        limits,
        warnings);
  }

  private Optional<EmbeddingModel> embeddings() {
    boolean on = choice(Variable.PAPERBOY_VECTORS, List.of("on", "off")).equals("on");
    String setting =
        value(Variable.PAPERBOY_EMBEDDINGS).orElse(Variable.PAPERBOY_EMBEDDINGS.byDefault());
    try {
      EmbeddingModel model = EmbeddingModel.of(setting.strip(), workingDirectory);
      return on ? Optional.of(model) : Optional.empty();
    } catch (IllegalArgumentException e) {
      problem(Variable.PAPERBOY_EMBEDDINGS + " " + e.getMessage() + ".");
      return Optional.empty();
    }
  }

  private Optional<ModelAddress> languageModel() {
    Optional<String> model = value(Variable.PAPERBOY_LLM_MODEL);
    Optional<String> key = value(Variable.PAPERBOY_LLM_KEY);
    if (value(Variable.PAPERBOY_LLM_URL).isEmpty()) {
      if (model.isPresent() || key.isPresent()) {
        warnings.add(
            (model.isPresent() ? "PAPERBOY_LLM_MODEL" : "PAPERBOY_LLM_KEY")
                + " means nothing without PAPERBOY_LLM_URL.");
      }
      return Optional.empty();
    }
    URI url = address(Variable.PAPERBOY_LLM_URL, "http://localhost:11434");
    if (model.isEmpty()) {
      problem("PAPERBOY_LLM_MODEL must name the model that PAPERBOY_LLM_URL is asked for.");
      return Optional.empty();
    }
    return Optional.of(new ModelAddress(url, key.orElse(null), model.get().strip()));
  }

  private Path home() {
    Optional<String> named = value(Variable.PAPERBOY_HOME);
    try {
      if (named.isPresent()) {
        String text = named.get();
        return text.equals("~") || text.startsWith("~/")
            ? userHome.resolve(text.length() < 2 ? "" : text.substring(2))
            : workingDirectory.resolve(text).normalize();
      }
      String data = values.getOrDefault("XDG_DATA_HOME", "");
      Path share =
          data.startsWith("/") ? Path.of(data) : userHome.resolve(".local").resolve("share");
      return share.resolve("paperboy");
    } catch (InvalidPathException e) {
      problems.add("PAPERBOY_HOME is no path this machine understands.");
      return userHome;
    }
  }

  private Optional<DatabaseAddress> database() {
    Optional<String> url = value(Variable.PAPERBOY_DATABASE_URL);
    Optional<String> user = value(Variable.PAPERBOY_DATABASE_USER);
    Optional<String> password = value(Variable.PAPERBOY_DATABASE_PASSWORD);
    if (url.isEmpty()) {
      if (user.isPresent() || password.isPresent()) {
        warnings.add(
            "PAPERBOY_DATABASE_USER and PAPERBOY_DATABASE_PASSWORD mean nothing without"
                + " PAPERBOY_DATABASE_URL.");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(
          new DatabaseAddress(url.get().strip(), user.orElse(null), password.orElse(null)));
    } catch (IllegalArgumentException e) {
      // what was set is not shown: it may hold a password
      problem(
          "PAPERBOY_DATABASE_URL must be the address of a PostgreSQL database, such as"
              + " jdbc:postgresql://localhost/paperboy; user and password may be set beside it.");
      return Optional.empty();
    }
  }

  private URI address(Variable variable) {
    return address(variable, variable.byDefault());
  }

  private URI address(Variable variable, String example) {
    String text = value(variable).orElse(example);
    try {
      URI address = new URI(text.strip());
      String scheme = address.getScheme();
      if (address.getHost() != null
          && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
        return address;
      }
    } catch (URISyntaxException e) {
      // said below, with what was expected
    }
    problems.add(variable + " must be an http or https address, such as " + example + ".");
    return URI.create(example);
  }

  /** A count: a limit of none at all would lock everybody out. */
  private int number(Variable variable) {
    String text = value(variable).orElse(variable.byDefault()).strip();
    if (text.matches("[1-9][0-9]{0,5}")) {
      return Integer.parseInt(text);
    }
    problems.add(variable + " must be a whole number from 1 to 999999.");
    return Integer.parseInt(variable.byDefault());
  }

  private String choice(Variable variable, List<String> choices) {
    String text = value(variable).orElse(variable.byDefault()).strip().toLowerCase(Locale.ROOT);
    if (!choices.contains(text)) {
      problems.add(variable + " must be " + String.join(" or ", choices) + ".");
      return variable.byDefault();
    }
    return text;
  }

  private Optional<String> value(Variable variable) {
    return value(variable.name());
  }

  private void unknown(Collection<String> alsoKnown) {
    List<String> known = new ArrayList<>(alsoKnown);
    Arrays.stream(Variable.values()).map(Variable::name).forEach(known::add);
    for (String name : new TreeSet<>(values.keySet())) {
      if (!name.startsWith("PAPERBOY_") || name.equals("PAPERBOY_OPTS")) {
        continue;
      }
      String bare = name.endsWith("_FILE") ? name.substring(0, name.length() - 5) : name;
      if (!known.contains(bare) && !OF_PLATFORMS.matcher(bare).matches()) {
        warnings.add(
            name
                + " is no variable of this version"
                + Nearest.of(bare, known).map(near -> "; the nearest is " + near).orElse("")
                + ".");
      }
    }
  }

  private void dotEnv() {
    Path file = workingDirectory.resolve(".env");
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      int number = 0;
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        number++;
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        int equals = text.indexOf('=');
        if (equals < 1) {
          problems.add(".env, line " + number + ": NAME=value was expected.");
          continue;
        }
        String name = text.substring(0, equals).strip();
        name = name.startsWith("export ") ? name.substring(7).strip() : name;
        values.put(name, unquoted(text.substring(equals + 1).strip()));
      }
    } catch (IOException e) {
      problems.add("The .env in the working directory cannot be read.");
    }
  }

  private static String unquoted(String value) {
    if (value.length() >= 2
        && (value.charAt(0) == '"' || value.charAt(0) == '\'')
        && value.charAt(value.length() - 1) == value.charAt(0)) {
      return value.substring(1, value.length() - 1);
    }
    int comment = value.indexOf(" #");
    return comment < 0 ? value : value.substring(0, comment).strip();
  }
}
