/**
 * Paperboy on Discord: what people do there becomes a line of the one grammar, and a message
 * becomes embeds. Everything is acknowledged first and worked on after.
 */
@NullMarked
package dev.paperboy.discord;

import org.jspecify.annotations.NullMarked;
