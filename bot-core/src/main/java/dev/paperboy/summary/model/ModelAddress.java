package dev.paperboy.summary.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a language model is asked.
 *
 * <p>An address whose path is {@code /api}, or that names Ollama's port 11434 without a path, is
 * asked in Ollama's own form; every other one in OpenAI's, under {@code /v1} where it has no path.
 *
 * @param key null where none is needed
 * @param model the name that the endpoint knows it by
 */
public record ModelAddress(URI url, @Nullable String key, String model) {
  private static final int OLLAMA_PORT = 11434;

  boolean isOllama() {
    String path = path();
    return path.equals("/api") || (path.isEmpty() && url.getPort() == OLLAMA_PORT);
  }

  /** The address that the client's own paths are put behind. */
  String base() {
    String text = url.toString().replaceFirst("/+$", "");
    if (isOllama()) {
      return text.replaceFirst("/api$", "");
    }
    return path().isEmpty() ? text + "/v1" : text;
  }

  private String path() {
    String path = url.getPath();
    return path == null ? "" : path.replaceFirst("/+$", "");
  }

  @Override
  public String toString() {
    return model + " at " + url.getHost();
  }
}
