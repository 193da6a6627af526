/**
 * Summaries written by a language model, where one is set: asked with the abstract as quoted data,
 * kept, and withheld where they hold what the abstract does not.
 */
@NullMarked
package dev.paperboy.summary.model;

import org.jspecify.annotations.NullMarked;
