package dev.paperboy.slack;

/**
 * How much of each paper is shown; a message that does not fit is tried with less.
 *
 * @param cards one card each, else lines that share a section
 * @param pictures with thumbnails
 * @param menu with a menu of links
 * @param title characters at most
 * @param summary characters at most
 * @param papers how many at most
 */
record SlackDetail(
    boolean cards, boolean pictures, boolean menu, int title, int summary, int papers) {
  private static final int ALL = 100;

  static SlackDetail[] forCards() {
    return new SlackDetail[] {
      new SlackDetail(true, true, true, 300, 600, ALL),
      new SlackDetail(true, true, false, 200, 300, ALL),
      new SlackDetail(true, false, false, 200, 300, ALL),
      new SlackDetail(true, false, false, 160, 160, ALL),
      new SlackDetail(false, false, false, 200, 250, ALL),
      new SlackDetail(false, false, false, 160, 0, ALL),
      new SlackDetail(false, false, false, 160, 0, 20),
      new SlackDetail(false, false, false, 120, 0, 10)
    };
  }

  static SlackDetail[] forLines() {
    return new SlackDetail[] {
      new SlackDetail(false, false, false, 200, 300, ALL),
      new SlackDetail(false, false, false, 160, 160, ALL),
      new SlackDetail(false, false, false, 160, 0, ALL),
      new SlackDetail(false, false, false, 160, 0, 20),
      new SlackDetail(false, false, false, 120, 0, 10)
    };
  }
}
