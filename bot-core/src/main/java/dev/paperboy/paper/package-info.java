/**
 * Papers as values: the arXiv id without version, the facts of a paper, what is known of its
 * popularity at one moment, and the mending of titles that arrive broken. Knows nothing of stores,
 * sources or chat.
 */
@NullMarked
package dev.paperboy.paper;

import org.jspecify.annotations.NullMarked;
