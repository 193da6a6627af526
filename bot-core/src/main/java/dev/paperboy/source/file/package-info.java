/** Files of papers: Hugging Face bodies, arXiv Atom and JSON Lines, plain or gzipped. */
@NullMarked
package dev.paperboy.source.file;

import org.jspecify.annotations.NullMarked;
