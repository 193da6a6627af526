/** The use cases: one handler per word, each turning a command into a message. */
@NullMarked
package dev.paperboy.command;

import org.jspecify.annotations.NullMarked;
