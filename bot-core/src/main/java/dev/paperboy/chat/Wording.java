package dev.paperboy.chat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words put so that they can be read aloud. */
public final class Wording {
  private Wording() {}

  /** With a full stop, unless it has an end already. */
  public static String sentence(String words) {
    String text = words.strip();
    return text.isEmpty() || ".!?:".indexOf(text.charAt(text.length() - 1)) >= 0
        ? text
        : text + ".";
  }

  public static String capitalised(String words) {
    if (words.isEmpty()) {
      return words;
    }
    int first = Character.charCount(words.codePointAt(0));
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }

  /** Signs that join facts, in words. */
  public static String withoutSigns(String text) {
    return text.replace(" · ", ", ")
        .replace("→", "to")
        .replace("▲ ", "upvotes ")
        .replace("★ ", "stars ");
  }

  /** Spans without their looks. */
  public static String of(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
