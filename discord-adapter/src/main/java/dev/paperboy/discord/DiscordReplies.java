package dev.paperboy.discord;

import java.util.EnumSet;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InteractionExpiredException;
import net.dv8tion.jda.api.exceptions.InteractionFailureException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says something back, always by the hook of the interaction: where the bot itself is not, that is
 * the only way. Blocks until Discord has answered, so that a stop waits for it.
 */
final class DiscordReplies {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordReplies.class);
  private static final String FAILED =
      "Discord did not take the answer. It is not lost: ask again, or for less with limit.";

  /** What happens where somebody has gone, or waited too long. */
  private static final EnumSet<ErrorResponse> TOO_LATE =
      EnumSet.of(
          ErrorResponse.UNKNOWN_INTERACTION,
          ErrorResponse.UNKNOWN_WEBHOOK,
          ErrorResponse.UNKNOWN_MESSAGE,
          ErrorResponse.INVALID_WEBHOOK_TOKEN);

  private DiscordReplies() {}

  /** Fills in what was deferred. */
  static void answer(InteractionHook hook, DiscordPayload payload) {
    send(() -> hook.editOriginal(payload.edit()).complete(), hook);
  }

  /** One more message, seen by the person alone. */
  static void add(InteractionHook hook, DiscordPayload payload, boolean ephemeral) {
    send(() -> hook.sendMessage(payload.create()).setEphemeral(ephemeral).complete(), hook);
  }

  /** A sentence of ours in place of what was deferred. */
  static void say(InteractionHook hook, String sentence) {
    hook.editOriginal(DiscordPayload.ofWords(sentence).edit())
        .queue(done -> {}, failure -> LOG.info("discord: {}", failure.getMessage()));
  }

  private static void send(Runnable request, InteractionHook hook) {
    try {
      request.run();
    } catch (InteractionFailureException | InteractionExpiredException e) {
      LOG.info("discord: an interaction was not taken as acknowledged: {}", e.getMessage());
    } catch (ErrorResponseException e) {
      if (TOO_LATE.contains(e.getErrorResponse())) {
        LOG.info("discord: an answer came too late: {}", e.getMeaning());
        return;
      }
      LOG.warn("discord: an answer was not taken: {}", e.getMessage());
      if (e.getErrorCode() > 0) {
        say(hook, FAILED);
      }
    }
  }
}
