/**
 * The papers known and their signals over time, and the lists they were seen on. Declares the
 * store; the JDBI side of it lives in store.
 */
@NullMarked
package dev.paperboy.catalog;

import org.jspecify.annotations.NullMarked;
