package dev.paperboy.search;

import java.util.List;

/**
 * A text taken apart.
 *
 * @param extras what else the tokens answer to
 */
record Analysis(List<Token> tokens, List<Extra> extras) {
  List<String> exact() {
    return tokens.stream().map(Token::exact).toList();
  }
}
