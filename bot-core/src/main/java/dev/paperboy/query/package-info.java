/**
 * The filter language of searches and subscriptions: its tree, its parser that points at the column
 * of a mistake, its canonical form and its reading in plain English.
 */
@NullMarked
package dev.paperboy.query;

import org.jspecify.annotations.NullMarked;
