/** arXiv: single papers and category listings, in Atom. */
@NullMarked
package dev.paperboy.source.arxiv;

import org.jspecify.annotations.NullMarked;
