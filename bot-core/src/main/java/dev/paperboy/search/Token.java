package dev.paperboy.search;

import org.jspecify.annotations.Nullable;

/**
 * One word of a text.
 *
 * @param exact in lower case and without accents
 * @param stem what its inflections share; null for a function word ("the", "of")
 * @param start where it begins in the text, in chars
 * @param end where it ends, excluded
 * @param capitals how many capital letters it is written with
 */
record Token(String exact, @Nullable String stem, int start, int end, int capitals) {}
