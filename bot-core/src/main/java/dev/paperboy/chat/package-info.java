/**
 * Everything said in either direction: commands and the one grammar of their lines; messages as
 * blocks and spans, which are data and never markup; actions, which are commands in disguise.
 */
@NullMarked
package dev.paperboy.chat;

import org.jspecify.annotations.NullMarked;
