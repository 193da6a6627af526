package dev.paperboy.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** arXiv's query API, in the layout of today or in the one it had until 2025. */
public final class FakeArxiv extends FakeServer {
  /** One paper of it; the version is added in the answers. */
  public record Entry(
      String id,
      String title,
      String summary,
      String published,
      List<String> authors,
      List<String> categories,
      String comment) {}

  private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();
  private volatile boolean oldLayout;

  public void add(Entry entry) {
    entries.put(entry.id(), entry);
  }

  public void useOldLayout(boolean old) {
    oldLayout = old;
  }

  /** Says that there are papers and gives none. */
  public static Mishap emptyPage() {
    return status(200, feed(false, 1, List.of()));
  }

  /** The answer to a malformed id. */
  public static Mishap error(String summary) {
    return status(
        400,
        """
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns="http://www.w3.org/2005/Atom">
          <id>https://arxiv.org/</id>
          <entry>
            <id>https://arxiv.org/api/errors#%s</id>
            <title>Error</title>
            <summary>%s</summary>
          </entry>
        </feed>
        """
            .formatted(summary.replace(' ', '_'), summary));
  }

  @Override
  protected Answer answer(Request request) {
    int most = Integer.parseInt(request.parameter("max_results", "10"));
    List<Entry> found = new ArrayList<>();
    String ids = request.parameter("id_list", "");
    if (ids.isEmpty()) {
      found.addAll(entries.values());
    } else {
      for (String id : ids.split(",", -1)) {
        Entry entry = entries.get(id.replaceFirst("\\.[A-Z]{2}/", "/"));
        if (entry != null) {
          found.add(entry);
        }
      }
    }
    return Answer.ok(feed(oldLayout, found.size(), found.subList(0, Math.min(most, found.size()))));
  }

  /** A whole answer. */
  public static String feed(boolean oldLayout, int total, List<Entry> entries) {
    StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    feed.append(
        oldLayout
            ? "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
            : "<feed xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\""
                + " xmlns:arxiv=\"http://arxiv.org/schemas/atom\""
                + " xmlns=\"http://www.w3.org/2005/Atom\">\n");
    feed.append("  <title>arXiv Query</title>\n");
    String prefix = oldLayout ? " xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\"" : "";
    feed.append(
        "  <opensearch:totalResults%s>%d</opensearch:totalResults>\n".formatted(prefix, total));
    feed.append("  <opensearch:startIndex%s>0</opensearch:startIndex>\n".formatted(prefix));
    entries.forEach(entry -> feed.append(oldLayout ? oldEntry(entry) : newEntry(entry)));
    return feed.append("</feed>\n").toString();
  }

  private static String newEntry(Entry entry) {
    StringBuilder text = new StringBuilder("  <entry>\n");
    text.append("    <id>http://arxiv.org/abs/%sv7</id>\n".formatted(entry.id()));
    text.append("    <title>%s</title>\n".formatted(entry.title()));
    text.append("    <updated>2026-01-01T00:00:00Z</updated>\n");
    text.append("    <summary>%s</summary>\n".formatted(entry.summary()));
    entry.categories().forEach(c -> text.append("    <category term=\"%s\"/>\n".formatted(c)));
    text.append("    <published>%s</published>\n".formatted(entry.published()));
    text.append("    <arxiv:comment>%s</arxiv:comment>\n".formatted(entry.comment()));
    text.append("    <arxiv:primary_category term=\"%s\"/>\n".formatted(entry.categories().get(0)));
    entry
        .authors()
        .forEach(a -> text.append("    <author><name>%s</name></author>\n".formatted(a)));
    return text.append("  </entry>\n").toString();
  }

  private static String oldEntry(Entry entry) {
    String arxiv = " xmlns:arxiv=\"http://arxiv.org/schemas/atom\"";
    StringBuilder text = new StringBuilder("  <entry>\n");
    text.append("    <id>http://arxiv.org/abs/%sv7</id>\n".formatted(entry.id()));
    text.append("    <updated>2026-01-01T00:00:00Z</updated>\n");
    text.append("    <published>%s</published>\n".formatted(entry.published()));
    text.append("    <title>%s</title>\n".formatted(wrapped(entry.title())));
    text.append("    <summary>  %s\n</summary>\n".formatted(wrapped(entry.summary())));
    entry
        .authors()
        .forEach(a ->
            text.append(
                "    <author>\n      <name>%s</name>\n      <arxiv:affiliation%s>Somewhere"
                        .formatted(a, arxiv)
                    + "</arxiv:affiliation>\n    </author>\n"));
    text.append(
        "    <arxiv:comment%s>%s</arxiv:comment>\n".formatted(arxiv, wrapped(entry.comment())));
    text.append(
        "    <arxiv:primary_category%s term=\"%s\" scheme=\"http://arxiv.org/schemas/atom\"/>\n"
            .formatted(arxiv, entry.categories().get(0)));
    entry
        .categories()
        .forEach(c ->
            text.append(
                "    <category term=\"%s\" scheme=\"http://arxiv.org/schemas/atom\"/>\n"
                    .formatted(c)));
    return text.append("  </entry>\n").toString();
  }

  /** The old layout broke its lines. */
  private static String wrapped(String text) {
    int space = text.indexOf(' ', text.length() / 2);
    return space < 0 ? text : text.substring(0, space) + "\n  " + text.substring(space + 1);
  }
}
