/**
 * Texts as vectors: papers and questions that mean the same lie close together. The model runs in
 * this process, on the CPU; where it cannot, everything else works without it.
 */
@NullMarked
package dev.paperboy.embedding;

import org.jspecify.annotations.NullMarked;
