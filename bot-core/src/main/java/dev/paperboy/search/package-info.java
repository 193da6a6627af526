/**
 * The Lucene index over the catalog: ranked search, exact filters, similar papers, spelling and
 * highlighting. Always rebuildable from the catalog.
 */
@NullMarked
package dev.paperboy.search;

import org.jspecify.annotations.NullMarked;
