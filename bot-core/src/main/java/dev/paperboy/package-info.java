/**
 * The composition root: the one place that puts the rooms below together, and the settings it does
 * so by. Every platform's main starts here.
 */
@NullMarked
package dev.paperboy;

import org.jspecify.annotations.NullMarked;
