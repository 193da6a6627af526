/**
 * The terminal as a platform: its main, its conversation, its renderers for people and for
 * programs.
 */
@NullMarked
package dev.paperboy.console;

import org.jspecify.annotations.NullMarked;
