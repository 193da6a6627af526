package dev.paperboy.discord;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Address.Kind;
import dev.paperboy.chat.SubscriptionForm;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which line a dialog completes, and where the digest goes that it makes. It is the id of the
 * dialog, so that one which was opened before a restart can be sent after it.
 *
 * @param words such as {@code subscribe} or {@code digest edit 3}
 * @param channel the channel's id; null for a person's own, or for where the dialog is
 * @param thread the thread's id; null for none
 * @param layout the look that was asked for, which the dialog has no field for; empty for none
 */
record DiscordForm(String words, @Nullable String channel, @Nullable String thread, String layout) {
  private static final Pattern ID =
      Pattern.compile(
          "((?:digest )?(?:create|edit \\d{1,6}|subscribe))(?: @(\\d{1,20})(?:\\.(\\d{1,20}))?)?"
              + "(?: ~(cards|compact|plain))?");

  private static final Pattern ENTERED =
      Pattern.compile("([^\\n]*)\\n(.*)\\n(.*)\\n(.*)\\n(.*)\\n(.*)\\n(.*)", Pattern.DOTALL);

  static DiscordForm of(String words, Address here, String layout) {
    boolean placed = words.equals("digest create") && here.kind() != Kind.DIRECT;
    return new DiscordForm(
        words, placed ? here.place() : null, placed ? here.thread() : null, layout);
  }

  static Optional<DiscordForm> parse(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches()
        ? Optional.of(
            new DiscordForm(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                matcher.group(4) == null ? "" : matcher.group(4)))
        : Optional.empty();
  }

  String id() {
    return words
        + (channel == null ? "" : " @" + channel + (thread == null ? "" : "." + thread))
        + (layout.isEmpty() ? "" : " ~" + layout);
  }

  /** Where the digest goes, seen from where the dialog was sent. */
  Address place(Address here) {
    if (channel == null || here.kind() == Kind.DIRECT) {
      return here;
    }
    return thread == null
        ? Address.channel(here.platform(), here.space(), channel)
        : Address.thread(here.platform(), here.space(), channel, thread);
  }

  /** The whole line. In a change, a filter that was emptied means every paper. */
  String line(SubscriptionForm entered) {
    String tail = entered.tail();
    boolean emptied = words.contains("edit") && entered.query().isBlank();
    return words + (emptied ? " *" : "") + (tail.isEmpty() ? "" : " " + tail);
  }

  /** With what was entered, for a button that opens the dialog again. */
  String with(SubscriptionForm entered) {
    return String.join(
        "\n",
        id(),
        entered.query().replace('\n', ' '),
        entered.cadence(),
        entered.time(),
        entered.zone(),
        entered.max(),
        entered.quiet());
  }

  /** What a button holds that opens a dialog again. */
  record Again(DiscordForm form, SubscriptionForm entered) {
    static Optional<Again> of(String text) {
      Matcher matcher = ENTERED.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      return parse(matcher.group(1))
          .map(form ->
              new Again(
                  form,
                  new SubscriptionForm(
                      matcher.group(2),
                      matcher.group(3),
                      matcher.group(4),
                      matcher.group(5),
                      matcher.group(6),
                      matcher.group(7),
                      form.layout())));
    }
  }
}
