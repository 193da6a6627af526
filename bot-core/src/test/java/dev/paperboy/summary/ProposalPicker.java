package dev.paperboy.summary;

import java.util.List;
import java.util.Locale;

/**
 * The rule without training: the first sentence that says "we propose", else the one closest to the
 * title.
 */
final class ProposalPicker implements SentencePicker {
  @Override
  public int pick(String title, List<String> sentences) {
    for (int i = 0; i < sentences.size(); i++) {
      if (Cues.isProposal(sentences.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return new TitlePicker().pick(title, sentences);
  }
}
