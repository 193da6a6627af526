package dev.paperboy.slack;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the error codes of {@code chat.postMessage} and its kin mean for a delivery. */
final class SlackErrors {
  /** What a code asks for. */
  enum Meaning {
    /** The place cannot be written to until something changes there. */
    PLACE,
    /** The workspace does not let the app in, or not far enough. */
    ACCESS,
    /** The message is not taken in this form: a fault of ours. */
    PAYLOAD,
    /** Nothing was done; later it may work. */
    LATER,
    /** Something may have been done. */
    OPEN
  }

  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry(
              "channel_not_found",
              "the channel is gone, or private and Paperboy was never"
                  + " invited; invite it with /invite"),
          Map.entry("not_in_channel", "Paperboy is not in the channel; invite it with /invite"),
          Map.entry("is_archived", "the channel is archived"),
          Map.entry(
              "messages_tab_disabled",
              "the app's direct messages are switched off; switch on"
                  + " the Messages tab under App Home in the app's settings"),
          Map.entry("user_disabled", "the person's account is deactivated"),
          Map.entry("user_not_found", "the person is not in this workspace"),
          Map.entry("user_not_visible", "the person cannot be seen by Paperboy"),
          Map.entry("users_not_found", "the person is not in this workspace"),
          Map.entry("cannot_dm_bot", "bots get no direct messages"),
          Map.entry("thread_not_found", "the thread is gone"),
          Map.entry("cannot_reply_to_message", "the thread is gone"),
          Map.entry("ekm_access_denied", "an administrator has suspended messages there"));

  private static final Set<String> ACCESS =
      Set.of(
          "invalid_auth",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "not_authed",
          "no_permission",
          "missing_scope",
          "org_login_required",
          "team_access_not_granted",
          "access_denied",
          "not_allowed_token_type");

  private static final Set<String> PAYLOAD =
      Set.of(
          "invalid_blocks",
          "invalid_blocks_format",
          "msg_blocks_too_long",
          "msg_blocks_too_many",
          "msg_too_long",
          "no_text",
          "too_many_attachments",
          "invalid_attachments",
          "metadata_too_large",
          "invalid_metadata_format",
          "invalid_metadata_schema",
          "metadata_must_be_sent_from_app",
          "markdown_text_conflict",
          "attachment_payload_limit_exceeded",
          "invalid_arguments",
          "invalid_arg_name",
          "invalid_array_arg",
          "invalid_charset",
          "invalid_form_data",
          "invalid_post_type");

  private static final Set<String> LATER =
      Set.of("service_unavailable", "request_timeout", "team_added_to_org", "accesslimited");

  private SlackErrors() {}

  static Meaning of(String error) {
    if (PLACES.containsKey(error) || error.startsWith("restricted_action")) {
      return Meaning.PLACE;
    }
    if (ACCESS.contains(error)) {
      return Meaning.ACCESS;
    }
    if (PAYLOAD.contains(error)) {
      return Meaning.PAYLOAD;
    }
    return LATER.contains(error) || error.equals("ratelimited") ? Meaning.LATER : Meaning.OPEN;
  }

  static String notInstalled(String space) {
    return "slack: Paperboy is not installed in the workspace " + space + "; install it again";
  }

  /** The same to stand by itself. */
  static String asSentence(SlackAnswer.Refused refused) {
    return "Slack says: " + inWords(refused).substring("slack: ".length()) + ".";
  }

  /** What went wrong, for people, with what to do where something can be done. */
  static String inWords(SlackAnswer.Refused refused) {
    String error = refused.error();
    if (error.startsWith("restricted_action")) {
      return "slack: a workspace setting keeps Paperboy from posting there (" + error + ")";
    }
    String place = PLACES.get(error);
    if (place != null) {
      return "slack: " + place + " (" + error + ")";
    }
    if (error.equals("missing_scope")) {
      String scope = refused.needed().isEmpty() ? "chat:write" : refused.needed();
      return "slack: the scope "
          + scope
          + " is missing; add it under OAuth & Permissions and reinstall the app";
    }
    return ACCESS.contains(error)
        ? "slack: the workspace no longer lets Paperboy in (" + error + "); install it again"
        : "slack: " + error.toLowerCase(Locale.ROOT);
  }
}
