/**
 * Paperboy in Slack: what people do there becomes a line of the one grammar, and a message becomes
 * Block Kit. Everything is acknowledged first and worked on after.
 */
@NullMarked
package dev.paperboy.slack;

import org.jspecify.annotations.NullMarked;
