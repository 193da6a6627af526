/**
 * Brings digests to their destinations: the outbox with its states, the port to the platforms, and
 * the dispatcher between them. What a crash leaves open is reconciled, never blindly resent.
 */
@NullMarked
package dev.paperboy.delivery;

import org.jspecify.annotations.NullMarked;
