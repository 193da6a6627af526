package dev.paperboy;

import dev.paperboy.command.Limits;
import dev.paperboy.embedding.EmbeddingModel;
import dev.paperboy.store.DatabaseAddress;
import dev.paperboy.summary.model.ModelAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How one process of Paperboy is set up. {@link Environment} reads it.
 *
 * @param home the data folder
 * @param database where the store is, where it is not in the data folder
 * @param huggingFace base address
 * @param arxiv base address
 * @param huggingFaceToken raises the source's limit; not needed
 * @param embeddings the model that embeds papers and questions; empty where vectors are off
 * @param languageModel what writes summaries; none unless it is set
 * @param limits how much people may ask for
 * @param warnings what was set but means nothing, in plain English
 */
public record Settings(
    Path home,
    Optional<DatabaseAddress> database,
    URI huggingFace,
    URI arxiv,
    Optional<Secret> huggingFaceToken,
    Optional<ModelAddress> languageModel,
    boolean jsonLog,
    Optional<EmbeddingModel> embeddings,
    Limits limits,
    List<String> warnings) {
  public Settings {
    warnings = List.copyOf(warnings);
  }
}
