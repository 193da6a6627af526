package dev.paperboy.slack;

import dev.paperboy.chat.Message;
import dev.paperboy.chat.SpokenMessage;

/** The text beside the blocks, which notifications and screen readers use. */
final class SlackWords {
  private SlackWords() {}

  /** The whole message in words, escaped, whole paragraphs first. */
  static String text(Message message, int most) {
    StringBuilder text = new StringBuilder();
    for (String paragraph : SpokenMessage.of(message)) {
      int room = most - text.length() - 1;
      if (room < 40) {
        break;
      }
      text.append(text.isEmpty() ? "" : "\n").append(SlackText.spoken(paragraph, room));
    }
    return text.isEmpty() ? "Paperboy" : text.toString();
  }
}
