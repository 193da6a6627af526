package dev.paperboy.slack;

import dev.paperboy.Secret;
import java.util.Optional;

/** The bot's token in each workspace. */
interface SlackTokens {
  /** Empty where this Paperboy is not installed there, or no longer. */
  Optional<Secret> in(String space);
}
