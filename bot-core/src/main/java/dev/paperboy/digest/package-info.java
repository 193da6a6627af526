/**
 * Chooses and words the papers of a digest by its one rule, from the ledger of what each
 * destination was shown; declares the ledger.
 */
@NullMarked
package dev.paperboy.digest;

import org.jspecify.annotations.NullMarked;
