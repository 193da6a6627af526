/** Turns what is due into deliveries: one sweep over the moments of all subscriptions. */
@NullMarked
package dev.paperboy.planner;

import org.jspecify.annotations.NullMarked;
