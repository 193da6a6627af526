package dev.paperboy.paper;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one paper as its source gave them, white space collapsed.
 *
 * @param title as it arrived; {@code Readable} mends it for reading
 * @param abstractText may be empty
 * @param authors hidden ones left out
 * @param topics Hugging Face's keywords and arXiv's categories
 * @param aiSummary Hugging Face's own summary, shown only as theirs
 * @param published the date of the first version
 * @param code address of the code
 * @param project address of the project page
 * @param thumbnail address of a picture of 1200 x 630
 * @param withdrawn withdrawn papers are kept but never shown in a list
 */
public record Paper(
    PaperId id,
    String title,
    String abstractText,
    List<String> authors,
    @Nullable String organization,
    List<String> topics,
    @Nullable String aiSummary,
    @Nullable LocalDate published,
    @Nullable String code,
    @Nullable String project,
    @Nullable String thumbnail,
    boolean withdrawn) {

  public Paper {
    authors = List.copyOf(authors);
    topics = List.copyOf(topics);
  }

  /** Where people read about the paper: Hugging Face for arXiv papers. */
  public @Nullable String paperLink() {
    return id.isArxiv() ? "https://huggingface.co/papers/" + id : project;
  }

  public @Nullable String arxivLink() {
    return id.isArxiv() ? "https://arxiv.org/abs/" + id : null;
  }

  public @Nullable String pdfLink() {
    return id.isArxiv() ? "https://arxiv.org/pdf/" + id : null;
  }
}
