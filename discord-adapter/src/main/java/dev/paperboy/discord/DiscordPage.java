package dev.paperboy.discord;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.jspecify.annotations.Nullable;

/**
 * The words and embeds of one message, within Discord's limits. Words stand above the embeds as
 * long as there is room, and in embeds after that.
 */
final class DiscordPage {
  /** Characters of content. */
  static final int CONTENT = 2_000;

  static final int EMBEDS = 10;

  /** Characters of all embeds together. */
  static final int ALL_EMBEDS = 6_000;

  static final int DESCRIPTION = 4_000;

  private static final int AMBER = 0xffb000;

  private final StringBuilder content = new StringBuilder();
  private final StringBuilder words = new StringBuilder();
  private final List<MessageEmbed> embeds = new ArrayList<>();
  private boolean above = true;
  private boolean complete = true;

  static EmbedBuilder embed() {
    return new EmbedBuilder().setColor(AMBER);
  }

  /** A paragraph above the embeds, whatever stands there already; false where it has no room. */
  boolean top(String markdown) {
    if (markdown.isEmpty()) {
      return true;
    }
    if (content.length() + markdown.length() + 1 > CONTENT) {
      return false;
    }
    content.append(content.isEmpty() ? "" : "\n").append(markdown);
    return true;
  }

  /** A paragraph in its order. */
  void paragraph(String markdown, String between) {
    if (markdown.isEmpty()) {
      return;
    }
    if (above && top(markdown)) {
      return;
    }
    above = false;
    if (words.length() + markdown.length() + between.length() > DESCRIPTION) {
      flush();
    }
    words.append(words.isEmpty() ? "" : between).append(markdown);
  }

  /** A paragraph in an embed, even where there would be room above. */
  void below(String markdown, String between) {
    above = false;
    paragraph(markdown, between);
  }

  void embed(EmbedBuilder embed) {
    above = false;
    flush();
    if (!embed.isEmpty()) {
      embeds.add(embed.build());
    }
  }

  /** Something has no place here at all. */
  void incomplete() {
    complete = false;
  }

  private void flush() {
    if (!words.isEmpty()) {
      embeds.add(embed().setDescription(words.toString()).build());
      words.setLength(0);
    }
  }

  String content() {
    return content.isEmpty() && embeds().isEmpty() ? "Nothing to show." : content.toString();
  }

  List<MessageEmbed> embeds() {
    flush();
    return embeds;
  }

  /** Whether all of it is in, and within the limits. */
  boolean fits() {
    return complete && embeds().size() <= EMBEDS && length(embeds()) <= ALL_EMBEDS;
  }

  /** The embeds that fit, first ones first. */
  List<MessageEmbed> fitted() {
    List<MessageEmbed> kept = new ArrayList<>();
    for (MessageEmbed embed : embeds()) {
      if (kept.size() == EMBEDS || length(kept) + length(List.of(embed)) > ALL_EMBEDS) {
        break;
      }
      kept.add(embed);
    }
    return kept;
  }

  /** In UTF-16 units, which are never fewer than what Discord counts. */
  private static int length(List<MessageEmbed> embeds) {
    int length = 0;
    for (MessageEmbed embed : embeds) {
      length += length(embed.getTitle()) + length(embed.getDescription());
      MessageEmbed.Footer footer = embed.getFooter();
      length += footer == null ? 0 : length(footer.getText());
      for (MessageEmbed.Field field : embed.getFields()) {
        length += length(field.getName()) + length(field.getValue());
      }
    }
    return length;
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
