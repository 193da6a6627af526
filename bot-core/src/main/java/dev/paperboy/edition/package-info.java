/**
 * The ranked papers of one UTC date, week or month, how fresh they are, and what is trending among
 * them.
 */
@NullMarked
package dev.paperboy.edition;

import org.jspecify.annotations.NullMarked;
