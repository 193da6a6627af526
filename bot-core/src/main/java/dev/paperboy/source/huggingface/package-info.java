/** Hugging Face daily papers, single papers and search. */
@NullMarked
package dev.paperboy.source.huggingface;

import org.jspecify.annotations.NullMarked;
