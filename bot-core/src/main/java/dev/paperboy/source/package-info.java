/**
 * Where papers come from: the port every upstream implements, the one HTTP client they share, and
 * what a failure of theirs looks like.
 */
@NullMarked
package dev.paperboy.source;

import org.jspecify.annotations.NullMarked;
