/**
 * The JDBI side of the stores that other packages declare, on SQLite and PostgreSQL; opening,
 * migrating and the plain words for a store that fails.
 */
@NullMarked
package dev.paperboy.store;

import org.jspecify.annotations.NullMarked;
