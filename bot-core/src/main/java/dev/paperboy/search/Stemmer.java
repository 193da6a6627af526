package dev.paperboy.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Reduces a word to what its inflections share: Snowball's English stemmer, mended where it parts
 * words that belong together (matrix, matrices) or joins words that do not (news, new). Not safe
 * for several threads.
 */
final class Stemmer {
  /** Each line: the stem, then the words that have it. */
  private static final String OWN_STEMS =
      """
      matrix matrix matrices
      index index indexes indices indexed indexing
      vertex vertex vertices
      appendix appendix appendices
      axis axis axes
      basis basis bases
      analysis analysis analyses
      hypothesis hypothesis hypotheses
      synthesis synthesis syntheses
      thesis thesis theses
      parenthesis parenthesis parentheses
      bias bias biases biased biasing
      lens lens lenses
      criterion criterion criteria
      phenomenon phenomenon phenomena
      corpus corpus corpora
      schema schema schemas schemata
      child child children
      mouse mouse mice
      man man men
      woman woman women
      person person persons people
      embed embed embeds embedded embedding embeddings
      run run runs running ran
      write write writes writing written wrote
      learn learn learns learned learning learnt
      build build builds building built
      choose choose chooses choosing chose chosen
      teach teach teaches teaching taught
      think think thinks thinking
      drive drive drives driving driven drove
      speak speak speaks speaking spoken spoke
      draw draw draws drawing drawn drew
      pars parse parses parsed parsing parser parsers
      news news
      organ organ organs
      organiz organize organizes organized organizing organization organizations organisation\
       organisations
      univers universe universes universal
      universiti university universities
      police police
      cpu cpu cpus
      gpu gpu gpus
      tpu tpu tpus
      npu npu npus
      ai ai ais
      ui ui uis
      gui gui guis
      behavior behavior behaviors behaviour behaviours
      behavioral behavioral behavioural
      color color colors colored coloring colour colours coloured colouring
      neighbor neighbor neighbors neighboring neighbour neighbours neighbouring
      label label labels labeled labeling labelled labelling
      center center centers centered centre centres centred
      fiber fiber fibers fibre fibres
      gray gray grey
      catalog catalog catalogs catalogue catalogues
      dialog dialog dialogs dialogue dialogues
      optim optimise optimises optimised optimising optimisation optimisations
      general generalise generalises generalised generalising generalisation
      """;

  private static final Map<String, String> STEMS = stems();

  /** Nothing but consonants and figures: an abbreviation, whose plural Snowball leaves alone. */
  private static final Pattern PLURAL_ABBREVIATION = Pattern.compile("[b-df-hj-np-tv-xz]{2,7}s");

  private final EnglishStemmer snowball = new EnglishStemmer();

  String stem(String exact) {
    String own = STEMS.get(exact);
    if (own != null) {
      return own;
    }
    String word = exact;
    if (word.endsWith("'s")) {
      word = word.substring(0, word.length() - 2);
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'a' || c > 'z') {
        return word.isEmpty() ? exact : word;
      }
    }
    if (word.length() < 3) {
      return word.isEmpty() ? exact : word;
    }
    if (PLURAL_ABBREVIATION.matcher(word).matches() && !word.endsWith("ss")) {
      return word.substring(0, word.length() - 1);
    }
    if (word.endsWith("isation") || word.endsWith("isations")) {
      word = word.replace("isation", "ization");
    }
    snowball.setCurrent(word);
    snowball.stem();
    return snowball.getCurrent();
  }

  /** The words that have a stem by our own table, not by a rule. */
  static Set<String> ownForms(String stem) {
    Set<String> forms = new HashSet<>();
    STEMS.forEach((word, own) -> {
      if (own.equals(stem)) {
        forms.add(word);
      }
    });
    return forms;
  }

  private static Map<String, String> stems() {
    Map<String, String> stems = new HashMap<>();
    OWN_STEMS
        .lines()
        .forEach(line -> {
          String[] words = line.strip().split(" +", -1);
          for (int i = 1; i < words.length; i++) {
            stems.put(words[i], words[0]);
          }
        });
    return Map.copyOf(stems);
  }
}
