package dev.paperboy.source;

import java.time.Instant;

/**
 * An answer of a source.
 *
 * @param at when the source gave it; the age of a kept answer
 */
public record Fetched<T>(T value, Instant at) {}
