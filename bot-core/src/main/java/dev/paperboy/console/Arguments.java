package dev.paperboy.console;

import java.util.ArrayList;
import java.util.List;

/**
 * What was typed behind the launcher's name. Three options are understood anywhere among the words;
 * all else, {@code -video} included, is the line, joined by spaces and not quoted anew.
 *
 * @param line blank where no words were given
 */
record Arguments(boolean json, boolean help, boolean version, boolean selfTest, String line) {
  static Arguments of(String... words) {
    boolean json = false;
    boolean help = false;
    boolean version = false;
    List<String> line = new ArrayList<>();
    for (String word : words) {
      switch (word) {
        case "--json" -> json = true;
        case "--help" -> help = true;
        case "--version" -> version = true;
        default -> line.add(word);
      }
    }
    boolean selfTest = words.length == 1 && words[0].equals("--selftest");
    return new Arguments(
        json, help, version, selfTest, String.join(" ", line).replaceAll("[\\r\\n]+", " "));
  }
}
