package dev.paperboy.query;

import dev.paperboy.query.Query.Value;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what stands behind a field's colon. */
final class FieldValues {
  /** What {@code has:} knows, and how it reads. */
  private static final Map<String, String> CHOICES =
      Map.of(
          "code", "code",
          "project", "a project page",
          "abstract", "an abstract",
          "summary", "Hugging Face's own summary",
          "org", "an organization",
          "thumbnail", "a thumbnail",
          "stars", "known GitHub stars");

  private static final String CHOICE_NAMES =
      "code, project, abstract, summary, org, thumbnail or stars";

  /** Words that are as good as a choice. */
  private static final Map<String, String> SAME_CHOICE =
      Map.of("organization", "org", "organisation", "org");

  /** Words that are no choice, and the choice that is meant. */
  private static final Map<String, String> LIKE_CHOICE =
      Map.of(
          "github", "code",
          "repo", "code",
          "repository", "code",
          "page", "project",
          "website", "project",
          "tldr", "summary",
          "image", "thumbnail",
          "picture", "thumbnail",
          "affiliation", "org");

  private static final String ARXIV = "\\d{4}\\.\\d{4,5}|[A-Za-z-]{2,20}(?:\\.[A-Za-z]{2})?/\\d{7}";
  private static final Pattern ARXIV_ID =
      Pattern.compile(
          "(?i:arxiv:|https?://[^\\s]{0,80}/(?:abs|pdf|html|papers|overview)/)?("
              + ARXIV
              + ")(?:v\\d{1,3})?(?i:\\.pdf)?");
  private static final Pattern ARXIV_INSIDE = Pattern.compile("(?<!\\d)\\d{4}\\.\\d{4,5}(?!\\d)");
  private static final Pattern OTHER_ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
  private static final Pattern NUMBER_RANGE = Pattern.compile("[\\d-]*\\.\\.[\\d-]*");

  private FieldValues() {}

  static Reading read(Field field, String raw, boolean phrase) {
    String text = raw.strip();
    if (!Wording.holdsWord(text)) {
      return new Reading.Bad(missing(field), example(field));
    }
    return switch (field.kind()) {
      case NUMBER -> Numbers.read(field, text);
      case DATE -> Dates.read(text);
      case CHOICE -> choice(text);
      case TEXT -> field == Field.ID ? id(text) : text(field, text, phrase);
    };
  }

  /** What to say of a field with nothing behind its colon. */
  static String missing(Field field) {
    String wanted =
        switch (field.kind()) {
          case NUMBER ->
              "a number, such as %s:>=%s".formatted(field.word(), Numbers.example(field));
          case DATE -> "a date, such as date:2026-08-12 or date:>=2026-08";
          case CHOICE -> "one of " + CHOICE_NAMES;
          case TEXT ->
              field == Field.ID
                  ? "an arXiv id, such as id:1706.03762"
                  : "a word or a phrase in quotes behind its colon";
        };
    return "%s: needs %s.".formatted(field.word(), wanted);
  }

  /** A valid value to show where there is none; empty where any would be made up. */
  static String example(Field field) {
    return switch (field.kind()) {
      case NUMBER -> ">=" + Numbers.example(field);
      case DATE -> "2026-08";
      case CHOICE -> "code";
      case TEXT -> "";
    };
  }

  /** What a choice of {@code has:} reads like. */
  static String choiceInEnglish(String choice) {
    return CHOICES.getOrDefault(choice, choice);
  }

  private static Reading choice(String raw) {
    String text = Wording.of(raw).map(Wording::text).orElse(raw).toLowerCase(Locale.ROOT);
    String known = SAME_CHOICE.getOrDefault(text, text);
    if (CHOICES.containsKey(known) && !raw.endsWith("*")) {
      return new Reading.Good(new Value.Text(known, false, false));
    }
    String nearest =
        Optional.ofNullable(LIKE_CHOICE.get(text))
            .or(() -> Spelling.nearest(text, CHOICES.keySet().stream().sorted().toList()))
            .orElse("code");
    return new Reading.Bad(
        "has: knows %s, not \u201C%s\u201D.".formatted(CHOICE_NAMES, Findings.shown(raw)), nearest);
  }

  private static Reading id(String raw) {
    String text = Wording.of(raw).map(Wording::text).orElse(raw);
    Matcher arxiv = ARXIV_ID.matcher(raw.endsWith("*") ? raw : text);
    if (arxiv.matches()) {
      return new Reading.Good(new Value.Text(oldStyleInLowerCase(arxiv.group(1)), false, false));
    }
    if (OTHER_ID.matcher(text).matches() && !raw.endsWith("*")) {
      return new Reading.Good(new Value.Text(text, false, false));
    }
    Matcher inside = ARXIV_INSIDE.matcher(raw);
    String nearest = inside.find() ? inside.group() : cut(raw.replaceAll("[^A-Za-z0-9._-]", ""));
    return new Reading.Bad(
        "\u201C%s\u201D is no paper id; write one as id:1706.03762.".formatted(Findings.shown(raw)),
        Wording.of(nearest).map(Wording::text).orElse(""));
  }

  private static String oldStyleInLowerCase(String id) {
    int end = id.indexOf('.') < 0 ? id.indexOf('/') : id.indexOf('.');
    return id.indexOf('/') < 0
        ? id
        : id.substring(0, end).toLowerCase(Locale.ROOT) + id.substring(end);
  }

  private static String cut(String id) {
    return id.length() <= 40 ? id : id.substring(0, 40);
  }

  private static Reading text(Field field, String raw, boolean phrase) {
    if (phrase) {
      return new Reading.Good(new Value.Text(raw, true, false));
    }
    Comparison comparison = Comparison.of(raw);
    if (comparison.operand().length() < raw.length()) {
      return new Reading.Bad(
          "%s: takes words; only %s can be compared.".formatted(field.word(), comparableFields()),
          text(field, comparison.operand(), false) instanceof Reading.Good
              ? comparison.operand()
              : "");
    }
    if (NUMBER_RANGE.matcher(raw).matches()) {
      return new Reading.Bad(
          "%s: takes words; only %s can be given as a range."
              .formatted(field.word(), comparableFields()),
          '"' + raw + '"');
    }
    return Wording.of(raw)
        .<Reading>map(w -> new Reading.Good(new Value.Text(w.text(), false, w.prefix())))
        .orElseGet(() -> new Reading.Bad(missing(field), ""));
  }

  private static String comparableFields() {
    return Arrays.stream(Field.values())
        .filter(field -> field.kind() == Field.Kind.NUMBER || field.kind() == Field.Kind.DATE)
        .map(Field::word)
        .collect(Collectors.joining(", "));
  }
}
