package dev.paperboy.discord;

import java.util.List;

/**
 * How much of each paper is shown; a message that does not fit is tried with less.
 *
 * @param cards an embed each, else lines that share embeds
 * @param title characters at most
 * @param summary characters at most
 * @param facts characters of the quiet line at most
 * @param papers how many at most
 */
record DiscordDetail(boolean cards, int title, int summary, int facts, int papers) {
  private static final int ALL = 100;

  static List<DiscordDetail> forCards() {
    return List.of(
        new DiscordDetail(true, 250, 600, 200, 10),
        new DiscordDetail(true, 220, 360, 180, 10),
        new DiscordDetail(true, 200, 260, 130, 10),
        new DiscordDetail(true, 160, 160, 110, 10),
        new DiscordDetail(false, 160, 160, 110, ALL),
        new DiscordDetail(false, 160, 0, 110, ALL),
        new DiscordDetail(false, 140, 0, 0, ALL),
        new DiscordDetail(false, 140, 0, 110, 20),
        new DiscordDetail(false, 140, 0, 110, 10));
  }

  static List<DiscordDetail> forLines() {
    return List.of(
        new DiscordDetail(false, 200, 300, 160, ALL),
        new DiscordDetail(false, 160, 160, 110, ALL),
        new DiscordDetail(false, 160, 0, 110, ALL),
        new DiscordDetail(false, 140, 0, 0, ALL),
        new DiscordDetail(false, 140, 0, 110, 20),
        new DiscordDetail(false, 140, 0, 110, 10));
  }
}
