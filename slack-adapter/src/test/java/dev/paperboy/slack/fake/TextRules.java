package dev.paperboy.slack.fake;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a text: broken characters, markup that breaks out, pings. */
final class TextRules {
  private static final Pattern CONTROL =
      Pattern.compile(
          "<(?:(?:https?|mailto):[^<>|\\s]+(?:\\|[^<>]*)?|#[CDG][A-Z0-9]+(?:\\|[^<>]*)?"
              + "|@[UW][A-Z0-9]+(?:\\|[^<>]*)?|!date\\^\\d+\\^[^<>|]+\\|[^<>]+)>");
  private static final Pattern PING =
      Pattern.compile("<!(?:channel|here|everyone|subteam)|<@(?!U|W)");
  private static final Pattern BARE_AMPERSAND = Pattern.compile("&(?!amp;|lt;|gt;)");
  private static final Pattern BIDI = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  private TextRules() {}

  /** Any text at all. */
  static void characters(String where, String text, List<String> problems) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        problems.add(where + ": a lone surrogate at " + i);
        return;
      } else if (c < ' ' && c != '\n' && c != '\t') {
        problems.add(where + ": control character " + (int) c + " at " + i);
        return;
      }
    }
    Matcher bidi = BIDI.matcher(text);
    if (bidi.find()) {
      problems.add(where + ": a bidi override at " + bidi.start());
    }
  }

  /** Text that is read as markup. */
  static void markup(String where, String text, List<String> problems) {
    Matcher ping = PING.matcher(text);
    if (ping.find()) {
      problems.add(where + ": pings with " + around(text, ping.start()));
    }
    Matcher ampersand = BARE_AMPERSAND.matcher(text);
    if (ampersand.find()) {
      problems.add(where + ": a bare & in " + around(text, ampersand.start()));
    }
    String rest = CONTROL.matcher(text).replaceAll("");
    int bracket = rest.indexOf('<');
    if (bracket < 0) {
      bracket = rest.indexOf('>');
    }
    if (bracket >= 0) {
      problems.add(where + ": a bare bracket in " + around(rest, bracket));
    }
  }

  private static String around(String text, int at) {
    return '"' + text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 30)) + '"';
  }
}
