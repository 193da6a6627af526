package dev.paperboy.summary;

import org.jspecify.annotations.Nullable;

/**
 * A paper in a sentence.
 *
 * @param text empty where the abstract is
 * @param second one more sentence, with the result; null where the abstract has none
 * @param by "abstract", or "model:NAME"
 */
public record Summary(String text, @Nullable String second, String by) {}
