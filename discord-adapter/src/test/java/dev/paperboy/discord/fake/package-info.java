/**
 * A Discord on the loopback address: REST, gateway, and the people who use it. It holds each
 * payload against the platform's limits, so that every test against it is a test of the payloads
 * too.
 */
@NullMarked
package dev.paperboy.discord.fake;

import org.jspecify.annotations.NullMarked;
