package dev.paperboy.search;

import dev.paperboy.chat.Span;
import dev.paperboy.query.Field;
import dev.paperboy.query.Query;
import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Everything;
import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Not;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Value;
import dev.paperboy.query.Query.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Marks in a short text what met a query: words in any inflection, short forms for long ones and
 * the other way round, prefixes, and phrases where all of their words stand together. Function
 * words are never marked on their own.
 */
final class Highlighter {
  private final TextAnalysis analysis;
  private final Set<String> stems = new HashSet<>();
  private final Set<String> extras = new HashSet<>();
  private final List<String> prefixes = new ArrayList<>();
  private final List<List<String>> phrases = new ArrayList<>();

  Highlighter(TextAnalysis analysis, Query query) {
    this.analysis = analysis;
    collect(query);
  }

  /** The spans joined are the text. */
  List<Span> spans(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    Analysis read = analysis.analyse(text, TextAnalysis.Mode.TEXT);
    BitSet met = met(read);
    List<Span> spans = new ArrayList<>();
    int plainFrom = 0;
    int i = met.nextSetBit(0);
    while (i >= 0) {
      int last = met.nextClearBit(i) - 1;
      while (last > i && !touch(text, read, i, last)) {
        last--;
      }
      int start = read.tokens().get(i).start();
      int end = read.tokens().get(last).end();
      if (start > plainFrom) {
        spans.add(new Span.Plain(text.substring(plainFrom, start)));
      }
      spans.add(new Span.Highlight(text.substring(start, end)));
      plainFrom = end;
      i = met.nextSetBit(last + 1);
    }
    if (plainFrom < text.length()) {
      spans.add(new Span.Plain(text.substring(plainFrom)));
    }
    return spans;
  }

  /** Whether nothing but single spaces and hyphens stands between the tokens. */
  private static boolean touch(String text, Analysis read, int first, int last) {
    for (int i = first; i < last; i++) {
      int end = read.tokens().get(i).end();
      int next = read.tokens().get(i + 1).start();
      if (next > end + 1 || (next == end + 1 && !isSpaceOrHyphen(text.charAt(end)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpaceOrHyphen(char c) {
    return c == ' ' || c == '-' || (c >= '\u2010' && c <= '\u2013');
  }

  private BitSet met(Analysis read) {
    List<Token> tokens = read.tokens();
    BitSet met = new BitSet(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if ((token.stem() != null && stems.contains(token.stem()))
          || prefixes.stream().anyMatch(token.exact()::startsWith)) {
        met.set(i);
      }
      for (List<String> phrase : phrases) {
        if (standsAt(phrase, tokens, i)) {
          met.set(i, i + phrase.size());
        }
      }
    }
    for (Extra extra : read.extras()) {
      if (extras.contains(extra.term())
          || (extra.kind() != Extra.Kind.MEANING && stems.contains(extra.term()))) {
        met.set(extra.from(), extra.to() + 1);
      }
    }
    return met;
  }

  private static boolean standsAt(List<String> phrase, List<Token> tokens, int first) {
    if (first + phrase.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!phrase.get(i).equals(tokens.get(first + i).exact())) {
        return false;
      }
    }
    return true;
  }

  private void collect(Query query) {
    switch (query) {
      case Everything everything -> {}
      case Not not -> {
        if (not.part() instanceof Not twice) {
          collect(twice.part());
        }
      }
      case And and -> {
        StringBuilder run = new StringBuilder();
        for (Query part : and.parts()) {
          if (part instanceof Word word && !word.prefix()) {
            words(word.text());
            run.append(word.text()).append(' ');
          } else {
            collect(part);
          }
        }
        extras(run.toString());
      }
      case Or or -> or.parts().forEach(this::collect);
      case Word word -> text(word.text(), false, word.prefix());
      case Phrase phrase -> text(phrase.text(), true, false);
      case Fielded fielded -> {
        if (fielded.value() instanceof Value.Text text && isText(fielded.field())) {
          text(text.text(), text.phrase(), text.prefix());
        }
      }
    }
  }

  private static boolean isText(Field field) {
    return switch (field) {
      case TITLE, ABSTRACT, TOPIC -> true;
      case AUTHOR, ORG, ID, UPVOTES, COMMENTS, STARS, DATE, HAS -> false;
    };
  }

  private void text(String text, boolean phrase, boolean prefix) {
    if (phrase) {
      phrase(analysis.tokens(text));
    } else if (prefix) {
      List<Token> tokens = analysis.tokens(text);
      if (tokens.size() == 1) {
        prefixes.add(tokens.getFirst().exact());
      }
    } else {
      words(text);
      extras(text);
    }
  }

  private void phrase(List<Token> tokens) {
    if (tokens.size() > 1 || tokens.stream().anyMatch(token -> token.stem() != null)) {
      phrases.add(tokens.stream().map(Token::exact).toList());
    }
  }

  /** A word with hyphens is marked where its parts stand together. */
  private void words(String word) {
    List<Token> tokens = analysis.tokens(word);
    if (tokens.size() > 1) {
      phrase(tokens);
    } else if (!tokens.isEmpty()) {
      Token token = tokens.getFirst();
      if (token.stem() != null && !Ranking.QUESTION_WORDS.contains(token.exact())) {
        stems.add(token.stem());
      }
    }
  }

  private void extras(String words) {
    for (Extra extra : analysis.analyse(words, TextAnalysis.Mode.KEYWORDS).extras()) {
      if (extra.standsForQuery()) {
        extras.add(extra.term());
      }
    }
  }
}
