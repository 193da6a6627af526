package dev.paperboy.paper;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entities, and the few tags and links of web pages that reach titles and abstracts. */
final class WebMarkup {
  private static final int LAST_CODE_POINT = 0x10ffff;
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,12}));");
  private static final Pattern ANCHOR =
      Pattern.compile(
          "<a\\s[^<>]{0,60}?href=\"([^\"<>\\s]{1,300})\"[^<>]{0,100}>([^<>]{0,200})</a>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK =
      Pattern.compile(
          "\\[([^\\[\\]\\n]{1,80})\\]\\(((?:https?://)?[\\w.-]{2,80}/[^()\\s]{1,200})\\)");
  private static final Pattern PAIRED =
      Pattern.compile("<(i|b|em|strong|u|tt|sub|sup|jats:\\w{1,12})>([^<>]{0,300})</\\1>");
  private static final Pattern BOLD =
      Pattern.compile("(?<![\\w*])\\*\\*([^*\\s](?:[^*]{0,80}[^*\\s])?)\\*\\*(?![\\w*])");
  private static final Pattern BREAK = Pattern.compile("(?i)<br ?/?>|</?p>");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ensp", " "),
          Map.entry("emsp", " "),
          Map.entry("thinsp", " "),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("minus", "−"),
          Map.entry("hellip", "…"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("bull", "•"),
          Map.entry("middot", "·"),
          Map.entry("szlig", "ß"),
          Map.entry("oslash", "ø"),
          Map.entry("Oslash", "Ø"),
          Map.entry("aelig", "æ"),
          Map.entry("AElig", "Æ"),
          Map.entry("plusmn", "±"),
          Map.entry("sup2", "²"),
          Map.entry("sup3", "³"),
          Map.entry("infin", "∞"),
          Map.entry("rarr", "→"),
          Map.entry("larr", "←"),
          Map.entry("asymp", "≈"),
          Map.entry("trade", "™"),
          Map.entry("reg", "®"));

  private WebMarkup() {}

  static String read(String text) {
    String plain = text;
    if (plain.indexOf('&') >= 0) {
      plain = ENTITY.matcher(plain).replaceAll(m -> Matcher.quoteReplacement(entity(m)));
    }
    if (plain.indexOf('<') >= 0) {
      plain =
          ANCHOR
              .matcher(plain)
              .replaceAll(m -> Matcher.quoteReplacement(link(m.group(2), m.group(1))));
      plain = PAIRED.matcher(plain).replaceAll("$2");
      plain = BREAK.matcher(plain).replaceAll(" ");
    }
    if (plain.contains("**")) {
      plain = BOLD.matcher(plain).replaceAll("$1");
    }
    if (plain.contains("](")) {
      plain =
          LINK.matcher(plain)
              .replaceAll(m -> Matcher.quoteReplacement(link(m.group(1), m.group(2))));
    }
    return plain;
  }

  private static String link(String label, String address) {
    String words = label.strip();
    return words.isEmpty() || Braces.isEmptyLabel(words) ? address : words + " (" + address + ")";
  }

  private static String entity(MatchResult match) {
    String whole = match.group();
    if (match.group(1) != null) {
      return character(whole, Integer.parseInt(match.group(1)));
    }
    if (match.group(2) != null) {
      return character(whole, Integer.parseInt(match.group(2), 16));
    }
    String name = match.group(3);
    String plain = name == null ? null : named(name);
    return plain == null ? whole : plain;
  }

  private static @Nullable String named(String name) {
    String plain = NAMED.get(name);
    if (plain != null) {
      return plain;
    }
    String accented = Accents.entity(name.substring(0, 1), name.substring(1));
    if (accented != null) {
      return accented;
    }
    return TexSymbols.isIndexed(name) || name.equals("times") ? TexSymbols.symbol(name) : null;
  }

  private static String character(String whole, int code) {
    return code <= 0 || code > LAST_CODE_POINT ? whole : Character.toString(code);
  }
}
