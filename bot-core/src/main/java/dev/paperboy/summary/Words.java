package dev.paperboy.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tartarus.snowball.ext.PorterStemmer;

/** Words and their stems, as ROUGE counts them: runs of a-z and 0-9 in lower case. */
final class Words {
  private static final int LONGEST_UNSTEMMED = 3;
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          ("a an the of in on for to and or but with by from as at is are was were be been being"
                  + " this that these those it its we our us they their he she i you which who can"
                  + " may will would could should not no than then also such into over under"
                  + " between both each more most other some any all there here how what when where"
                  + " while have has had do does did so if s")
              .split(" ", -1));

  private final PorterStemmer stemmer = new PorterStemmer();
  private final Map<String, String> stems = new HashMap<>();

  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? lower(text.charAt(i)) : ' ';
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  /** The stems of all words. */
  List<String> stems(List<String> words) {
    return words.stream().map(this::stem).toList();
  }

  /** The stems of the words that carry meaning. */
  List<String> contentStems(List<String> words) {
    return words.stream().filter(w -> !FUNCTION_WORDS.contains(w)).map(this::stem).toList();
  }

  private String stem(String word) {
    if (word.length() <= LONGEST_UNSTEMMED) {
      return word;
    }
    return stems.computeIfAbsent(
        word,
        w -> {
          stemmer.setCurrent(w);
          stemmer.stem();
          return stemmer.getCurrent();
        });
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
