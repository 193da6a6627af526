/**
 * One sentence of a paper's own abstract (and a second with the result), chosen, trimmed and named
 * by its origin.
 */
@NullMarked
package dev.paperboy.summary;

import org.jspecify.annotations.NullMarked;
