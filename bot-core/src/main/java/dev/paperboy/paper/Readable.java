package dev.paperboy.paper;

/**
 * Mends titles, names and abstracts for reading: LaTeX with its backslashes or without, as the
 * lists serve it ("Fr'echet", "2.5times", "M^{2}UGen"), entities of web pages, quotes and dashes of
 * typewriters, white space and characters that no one can see.
 *
 * <p>Ordinary words are left alone, and so is whatever cannot be mended. All methods are pure, take
 * time linear in the length of the text, never throw, and change nothing in what they gave.
 */
public final class Readable {
  /** What still changes after so many rounds is no text that a person wrote. */
  private static final int MOST_ROUNDS = 8;

  private Readable() {}

  /** A title in one line. */
  public static String title(String raw) {
    return mended(raw);
  }

  /** The name of a person or an organisation in one line. */
  public static String name(String raw) {
    return mended(raw);
  }

  /** An abstract, or another text of some sentences, as one paragraph. */
  public static String text(String raw) {
    return mended(raw);
  }

  /**
   * The text as it came, without control and escape characters, bidirectional overrides, zero-width
   * characters, lone surrogates and private joiners, and with each run of white space as one space.
   */
  public static String clean(String raw) {
    return Characters.clean(raw);
  }

  private static String mended(String raw) {
    String cleaned = Characters.clean(raw);
    String text = cleaned;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String next = Characters.clean(TexReader.read(WebMarkup.read(text)));
      if (next.equals(text)) {
        return text;
      }
      text = next;
    }
    return cleaned;
  }
}
