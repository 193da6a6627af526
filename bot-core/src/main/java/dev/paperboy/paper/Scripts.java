package dev.paperboy.paper;

import org.jspecify.annotations.Nullable;

/** Superscripts and subscripts, where Unicode has all the characters that are needed. */
final class Scripts {
  private static final int LONGEST = 12;
  private static final int LONGEST_LETTERS = 3;
  private static final String RAISED =
      "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ";
  private static final String RAISED_AS =
      "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ";
  private static final String LOWERED = "0123456789+-−=()aehijklmnoprstuvxβγρφχ";
  private static final String LOWERED_AS = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ";

  private Scripts() {}

  /** Null where a character has no raised form. */
  static @Nullable String raised(String text) {
    return mapped(text, RAISED, RAISED_AS);
  }

  /** Null where a character has no lowered form. */
  static @Nullable String lowered(String text) {
    return mapped(text, LOWERED, LOWERED_AS);
  }

  static boolean isScript(char c) {
    return RAISED_AS.indexOf(c) >= 0 || LOWERED_AS.indexOf(c) >= 0;
  }

  /** Whole words are hard to read when they are that small. */
  private static boolean isWord(String text) {
    return text.length() > LONGEST_LETTERS && text.chars().allMatch(Character::isLetter);
  }

  private static @Nullable String mapped(String text, String from, String to) {
    if (text.isEmpty() || text.length() > LONGEST || isWord(text)) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int at = from.indexOf(text.charAt(i));
      if (at < 0) {
        return null;
      }
      out.append(to.charAt(at));
    }
    return out.toString();
  }
}
