package dev.paperboy.console;

import dev.paperboy.console.Piece.Hold;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jline.utils.WCWidth;

/**
 * Breaks pieces of text into lines by display width: CJK and emoji take two columns, combining
 * marks none, and nothing is cut within what a reader sees as one character. Widths are rather over
 * than under what a terminal takes, so that no line runs over.
 */
final class Flow {
  private static final int WIDEST_CLUSTER = 8;
  private static final String NOT_AT_START = "、。，．・：；？！）」』】〉》〕］｝〗ーぁぃぅぇぉっゃゅょ";
  private static final String NOT_AT_END = "（「『【〈《〔［｛〖";

  private final List<Piece> pieces;
  private final String text;

  /** Where each cluster starts in the text; one more entry than there are clusters. */
  private final int[] starts;

  private final int[] widths;
  private final int[] owners;
  private final int count;

  private Flow(List<Piece> pieces) {
    this.pieces = pieces;
    StringBuilder all = new StringBuilder();
    for (Piece piece : pieces) {
      all.append(piece.text());
    }
    text = all.toString();
    starts = new int[text.length() + 1];
    widths = new int[text.length()];
    owners = new int[text.length()];
    count = split();
  }

  /** The lines of one paragraph; none where it is blank. */
  static List<List<Piece>> wrap(List<Piece> pieces, int width) {
    return wrap(pieces, width, width, Integer.MAX_VALUE);
  }

  /**
   * @param most lines at most; a text that is longer ends in an ellipsis
   */
  static List<List<Piece>> wrap(List<Piece> pieces, int first, int rest, int most) {
    return new Flow(pieces).lines(first, rest, most);
  }

  static int width(List<Piece> pieces) {
    Flow flow = new Flow(pieces);
    return flow.width(0, flow.count);
  }

  static int width(String text) {
    Flow flow = of(text);
    return flow.width(0, flow.count);
  }

  /** The beginning of a text, ended by an ellipsis where it was cut. */
  static String head(String text, int width) {
    Flow flow = of(text);
    if (flow.width(0, flow.count) <= width) {
      return text;
    }
    int end = 0;
    for (int room = width - 1; room >= flow.widths[end]; end++) {
      room -= flow.widths[end];
    }
    return text.substring(0, flow.starts[end]) + "…";
  }

  /** The end of a text, begun with an ellipsis where it was cut. */
  static String tail(String text, int width) {
    Flow flow = of(text);
    if (flow.width(0, flow.count) <= width) {
      return text;
    }
    int start = flow.count;
    for (int room = width - 1; room >= flow.widths[start - 1]; start--) {
      room -= flow.widths[start - 1];
    }
    return "…" + text.substring(flow.starts[start]);
  }

  private static Flow of(String text) {
    return new Flow(List.of(Piece.whole(text, Ink.PLAIN)));
  }

  private List<List<Piece>> lines(int first, int rest, int most) {
    List<List<Piece>> lines = new ArrayList<>();
    int at = afterSpaces(0);
    while (at < count) {
      int limit = Math.max(2, lines.isEmpty() ? first : rest);
      int end = end(at, limit);
      int next = afterSpaces(end);
      if (next < count && lines.size() + 1 >= most) {
        lines.add(withEllipsis(at, limit));
        return lines;
      }
      lines.add(cut(at, end));
      at = next;
    }
    return lines;
  }

  private List<Piece> withEllipsis(int at, int limit) {
    int end = beforeSpaces(at, end(at, limit - 2));
    boolean atWord = end < count && isSpace(end);
    List<Piece> line = new ArrayList<>(cut(at, end));
    Piece last = line.isEmpty() ? Piece.of("") : line.get(line.size() - 1);
    line.add(last.with(atWord ? " …" : "…"));
    return line;
  }

  /** Where a line that starts at a cluster ends. */
  private int end(int at, int limit) {
    int width = 0;
    int good = at;
    int poor = at;
    int end = at;
    while (end < count && width + widths[end] <= limit) {
      width += widths[end];
      end++;
      if (end < count && mayBreakBefore(end)) {
        if (isHeld(end)) {
          poor = end;
        } else {
          good = end;
        }
      }
    }
    if (end == count || (isSpace(end) && !isHeld(end))) {
      return end;
    }
    if (good > at) {
      return good;
    }
    if (isSpace(end)) {
      return end;
    }
    return poor > at ? poor : Math.max(end, at + 1);
  }

  /** Whether a break before a cluster parts what should stay together. */
  private boolean isHeld(int cluster) {
    int before = owners[cluster - 1];
    Hold hold = pieces.get(before).hold();
    return before == owners[cluster] ? hold != Hold.LOOSE : hold == Hold.GLUED;
  }

  private boolean mayBreakBefore(int cluster) {
    char before = text.charAt(starts[cluster] - 1);
    char after = text.charAt(starts[cluster]);
    if (before == ' ') {
      return true;
    }
    if (isHeld(cluster)) {
      return false;
    }
    if (before == '-' || before == '/' || before == '—' || before == '–') {
      return cluster >= 2
          && Character.isLowerCase(text.charAt(starts[cluster - 1] - 1)) // not FD-Loss
          && Character.isLetter(after);
    }
    return (isIdeograph(before) || isIdeograph(after))
        && NOT_AT_START.indexOf(after) < 0
        && NOT_AT_END.indexOf(before) < 0;
  }

  private static boolean isIdeograph(char c) {
    return (c >= 0x2e80 && c <= 0x9fff)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xff01 && c <= 0xff60);
  }

  private boolean isSpace(int cluster) {
    return text.charAt(starts[cluster]) == ' ';
  }

  private int afterSpaces(int from) {
    int at = from;
    while (at < count && isSpace(at)) {
      at++;
    }
    return at;
  }

  private int beforeSpaces(int from, int to) {
    int end = to;
    while (end > from && isSpace(end - 1)) {
      end--;
    }
    return end;
  }

  private List<Piece> cut(int from, int to) {
    int end = beforeSpaces(from, to);
    List<Piece> line = new ArrayList<>();
    int start = from;
    while (start < end) {
      int owner = owners[start];
      int stop = start;
      while (stop < end && owners[stop] == owner) {
        stop++;
      }
      line.add(pieces.get(owner).with(text.substring(starts[start], starts[stop])));
      start = stop;
    }
    return line;
  }

  private int width(int from, int to) {
    int width = 0;
    for (int i = from; i < to; i++) {
      width += widths[i];
    }
    return width;
  }

  private int split() {
    int clusters = isSimple() ? splitSimple() : splitGraphemes();
    starts[clusters] = text.length();
    int piece = 0;
    int pieceEnd = pieces.isEmpty() ? 0 : pieces.get(0).text().length();
    for (int i = 0; i < clusters; i++) {
      while (starts[i] >= pieceEnd) {
        piece++;
        pieceEnd += pieces.get(piece).text().length();
      }
      owners[i] = piece;
    }
    return clusters;
  }

  /** Up to U+02FF each character is one cluster of one column. */
  private boolean isSimple() {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x300) {
        return false;
      }
    }
    return true;
  }

  private int splitSimple() {
    for (int i = 0; i < text.length(); i++) {
      starts[i] = i;
    }
    Arrays.fill(widths, 1);
    return text.length();
  }

  private int splitGraphemes() {
    BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
    graphemes.setText(text);
    int clusters = 0;
    int start = 0;
    for (int end = graphemes.next(); end != BreakIterator.DONE; end = graphemes.next()) {
      int width = clusterWidth(start, end);
      if (width <= WIDEST_CLUSTER) {
        starts[clusters] = start;
        widths[clusters++] = width;
      } else {
        for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
          starts[clusters] = i;
          widths[clusters++] = pointWidth(text.codePointAt(i));
        }
      }
      start = end;
    }
    return clusters;
  }

  /** What a terminal takes that knows no clusters: the sum of its parts. */
  private int clusterWidth(int start, int end) {
    int first = text.codePointAt(start);
    if (WCWidth.isRegionalIndicator(first)) {
      return 2;
    }
    int width = 0;
    for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      width = point == 0xfe0f ? Math.max(width, 2) : width + pointWidth(point);
    }
    return width;
  }

  private static int pointWidth(int point) {
    boolean skinTone = point >= 0x1f3fb && point <= 0x1f3ff;
    return skinTone ? 2 : Math.max(0, WCWidth.wcwidth(point));
  }
}
