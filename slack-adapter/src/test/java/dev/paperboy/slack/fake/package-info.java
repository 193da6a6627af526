/**
 * A Slack on the loopback address: Web API, Socket Mode, signed requests, and the people who use
 * it. It holds each payload against the platform's limits, so that every test against it is a test
 * of the payloads too.
 */
@NullMarked
package dev.paperboy.slack.fake;

import org.jspecify.annotations.NullMarked;
