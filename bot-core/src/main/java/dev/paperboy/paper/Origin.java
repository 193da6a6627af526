package dev.paperboy.paper;

/** Where a paper or a list was last seen. */
public enum Origin {
  HUGGINGFACE("huggingface", "Hugging Face"),
  ARXIV("arxiv", "arXiv"),
  IMPORT("import", "imported file"),
  SAMPLE("sample", "bundled sample");

  private final String word;
  private final String label;

  Origin(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /** The word of the JSON answers and of the store. */
  public String word() {
    return word;
  }

  /** The name as people read it. */
  public String label() {
    return label;
  }

  public static Origin of(String word) {
    for (Origin origin : values()) {
      if (origin.word.equals(word)) {
        return origin;
      }
    }
    throw new IllegalArgumentException("no such origin: " + word);
  }
}
