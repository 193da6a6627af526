package dev.paperboy;

/** The environment variables that Paperboy reads, each also as {@code NAME_FILE}. */
public enum Variable {
  PAPERBOY_HOME(
      "~/.local/share/paperboy",
      "The data folder; XDG_DATA_HOME is honoured. The store is paperboy.db in it."),
  PAPERBOY_DATABASE_URL(
      "none",
      "jdbc:postgresql://… keeps everything in PostgreSQL, for several machines; else SQLite."),
  PAPERBOY_DATABASE_USER("none", "Who asks PostgreSQL, where the address does not say it."),
  PAPERBOY_DATABASE_PASSWORD("none", "The password for PostgreSQL; never printed."),
  PAPERBOY_HUGGINGFACE_URL("https://huggingface.co", "Base address of the daily papers."),
  PAPERBOY_ARXIV_URL("https://export.arxiv.org", "Base address of arXiv."),
  HF_TOKEN("none", "A free Hugging Face token doubles the requests allowed; not needed."),
  PAPERBOY_VECTORS("on", "on or off: search by meaning beside words."),
  PAPERBOY_EMBEDDINGS(
      "minilm", "minilm, or the path of a jar with another model (docs/search.md)."),
  PAPERBOY_LLM_URL(
      "none",
      "A language model that writes summaries: any OpenAI-compatible address, or Ollama's. Without"
          + " it a summary is the abstract's own sentence."),
  PAPERBOY_LLM_KEY("none", "Its key, where it needs one."),
  PAPERBOY_LLM_MODEL("none", "Its model's name; needed with PAPERBOY_LLM_URL."),
  PAPERBOY_MAX_SUBSCRIPTIONS("25", "How many subscriptions one person may have."),
  PAPERBOY_MAX_DIGESTS("50", "How many digests one server or workspace may have."),
  PAPERBOY_MAX_COMMANDS("20", "How many commands one person may give within a minute."),
  PAPERBOY_LOG("text", "text or json: the form of the log in the data folder.");

  private final String byDefault;
  private final String meaning;

  Variable(String byDefault, String meaning) {
    this.byDefault = byDefault;
    this.meaning = meaning;
  }

  /** What holds where it is not set. */
  public String byDefault() {
    return byDefault;
  }

  /** One sentence for people. */
  public String meaning() {
    return meaning;
  }
}
