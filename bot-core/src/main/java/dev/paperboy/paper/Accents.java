package dev.paperboy.paper;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Letters with the accents of LaTeX, and words that have lost the backslash before theirs. */
final class Accents {
  /** Accents that the commands {@code \'}, {@code \v} and their like put over a letter. */
  private static final Map<Character, Character> MARKS =
      Map.ofEntries(
          Map.entry('\'', '\u0301'),
          Map.entry('`', '\u0300'),
          Map.entry('^', '\u0302'),
          Map.entry('"', '\u0308'),
          Map.entry('~', '\u0303'),
          Map.entry('=', '\u0304'),
          Map.entry('.', '\u0307'),
          Map.entry('u', '\u0306'),
          Map.entry('v', '\u030c'),
          Map.entry('H', '\u030b'),
          Map.entry('c', '\u0327'),
          Map.entry('k', '\u0328'),
          Map.entry('r', '\u030a'),
          Map.entry('d', '\u0323'),
          Map.entry('b', '\u0331'));

  /** Accents of mathematics, which go over any letter. */
  private static final Map<String, Character> OVER =
      Map.ofEntries(
          Map.entry("hat", '\u0302'),
          Map.entry("widehat", '\u0302'),
          Map.entry("tilde", '\u0303'),
          Map.entry("widetilde", '\u0303'),
          Map.entry("bar", '\u0304'),
          Map.entry("overline", '\u0304'),
          Map.entry("vec", '\u20d7'),
          Map.entry("dot", '\u0307'),
          Map.entry("ddot", '\u0308'),
          Map.entry("acute", '\u0301'),
          Map.entry("grave", '\u0300'),
          Map.entry("check", '\u030c'),
          Map.entry("breve", '\u0306'));

  private static final Map<String, String> ENTITY_ACCENTS =
      Map.of(
          "acute", "'", "grave", "`", "circ", "^", "uml", "\"", "tilde", "~", "cedil", "c", "caron",
          "v", "ring", "r");

  /** The letters that a mark is usual on; without such a list "\'em" would turn into a letter. */
  private static final Map<Character, String> USUAL =
      Map.ofEntries(
          Map.entry('\'', "aeiouycnszlrgAEIOUYCNSZLRG\u0131"),
          Map.entry('`', "aeiounwAEIOUNW\u0131"),
          Map.entry('^', "aeioucghjswyAEIOUCGHJSWY\u0131"),
          Map.entry('"', "aeiouyAEIOUY\u0131"),
          Map.entry('~', "aonuieyAONUIEY\u0131"),
          Map.entry('=', "aeiouyAEIOUY\u0131"),
          Map.entry('.', "zgecZGECI"));

  /**
   * Words that papers name, spelt as they should be. Anything more general than a list would harm
   * "Qur'an", "Chang'e" and "the models'aims".
   */
  private static final String WORDS =
      """
      Fréchet Rényi Poincaré Bézier Pokémon Poké Erdős Erdös Gödel Schrödinger Möbius Hölder
      Kähler Jürgen Müller Schölkopf Nyström Lovász Szegő Szegö Pólya Carathéodory Itô Lévy
      Cramér Crámer Hájek Györfi Kálmán Cesàro Plücker Löwner Loève Loéve Gâteaux Hörmander
      Röntgen Rössler Grönwall Grünwald Noël Hénon Doléans Malmö Zürich Köln München Tübingen
      Göttingen Würzburg Nürnberg Münster Düsseldorf Saarbrücken Montréal Québec Besançon
      Orléans Málaga Córdoba Bogotá Medellín Querétaro México São Brasília Perú Panamá Española
      España Español español Français français Française française Português português García
      Martínez González Rodríguez Hernández Fernández Sánchez Pérez Gómez López Díaz Jiménez
      Ramírez Vázquez Velázquez Muñoz Núñez Guzmán Ibáñez Suárez Gutiérrez Domínguez Méndez Peña
      Castañeda Ordóñez Yáñez José André Andrés Sébastien Frédéric François Françoise Jérôme
      Stéphane Hélène Valérie Rémi Rémy Raphaël Michaël Gaël Joël Anaïs Benoît Loïc Inés Mónica
      Verónica Sofía María Ramón Jesús Joaquín Martín Tomás Nicolás Sebastián Adrián Iván Luís
      César Björn Jörg Jörn Göran Håkan Söderström Lindström Bergström Sjöström Dvořák Novák
      Jiří Tomáš Luboš Mikuláš Kovács Szabó Tóth Németh Horváth István László Béla András Péter
      Gábor Zoltán Tamás café cafés cliché clichés résumé résumés exposé touché naïve naïvely
      naïveté Naïve Naïvely rôle façade Façade fiancé fiancée protégé déjà Déjà régime crème
      entrée soirée matinée communiqué consommé fête doppelgänger Doppelgänger smörgåsbord
      jalapeño piñata señor mañana Brontë Beyoncé Renée Desirée Tülu TÜLU LLäMmlein Größe Größen
      Lösung können möglich Bölük Türkçe türkçe Türkiye Atatürk Gülçehre Gülçe Işık Erdoğan
      Bülent Gökhan
      """;

  private static final Map<String, String> BROKEN = broken();
  private static final int LONGEST =
      BROKEN.keySet().stream().mapToInt(String::length).max().orElse(0);

  private Accents() {}

  static boolean isMark(char command) {
    return MARKS.containsKey(command);
  }

  /** The letter under the accent; null where Unicode has no such letter or it would be odd. */
  static @Nullable String on(char command, String letter) {
    Character mark = MARKS.get(command);
    if (mark == null || letter.length() != 1) {
      return null;
    }
    String usual = USUAL.get(command);
    if (usual != null && usual.indexOf(letter.charAt(0)) < 0) {
      return null;
    }
    String base = letter.equals("\u0131") ? "i" : letter.equals("\u0237") ? "j" : letter;
    String composed = Normalizer.normalize(base + mark, Normalizer.Form.NFC);
    return composed.length() == 1 ? composed : null;
  }

  /** The letter or digit under a mark of mathematics; null where the command is none. */
  static @Nullable String over(String command, String content) {
    Character mark = OVER.get(command);
    if (mark == null) {
      return null;
    }
    return content.length() == 1 && Character.isLetterOrDigit(content.charAt(0))
        ? Normalizer.normalize(content + mark, Normalizer.Form.NFC)
        : content;
  }

  static boolean isOver(String command) {
    return OVER.containsKey(command);
  }

  /** The letter that HTML names by a letter and an accent, such as eacute. */
  static @Nullable String entity(String letter, String accent) {
    String command = ENTITY_ACCENTS.get(accent);
    return command == null ? null : on(command.charAt(0), letter);
  }

  /** The longest known broken word at this place of the text; null where none begins here. */
  static @Nullable String brokenAt(String text, int at) {
    for (int length = Math.min(LONGEST, text.length() - at); length >= 3; length--) {
      String candidate = text.substring(at, at + length);
      if (BROKEN.containsKey(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  static String mended(String broken) {
    return BROKEN.getOrDefault(broken, broken);
  }

  private static Map<String, String> broken() {
    Map<Character, Character> commands = new HashMap<>();
    MARKS.forEach((command, mark) -> commands.put(mark, command));
    Map<String, String> words = new HashMap<>();
    for (String word : WORDS.strip().split("\\s+", -1)) {
      StringBuilder spelt = new StringBuilder();
      String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
      for (int i = 0; i < decomposed.length(); i++) {
        Character command = commands.get(decomposed.charAt(i));
        if (command == null) {
          spelt.append(decomposed.charAt(i));
        } else if (Character.isLetter(command)) {
          char base = spelt.charAt(spelt.length() - 1);
          spelt.setLength(spelt.length() - 1);
          spelt.append(command).append('{').append(base).append('}');
        } else {
          spelt.insert(spelt.length() - 1, command);
        }
      }
      String broken = spelt.toString();
      if (!broken.equals(word) && broken.length() > 3) {
        words.put(broken, word);
      }
    }
    return Map.copyOf(words);
  }
}
