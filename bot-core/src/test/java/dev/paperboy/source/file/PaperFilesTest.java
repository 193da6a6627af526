package dev.paperboy.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.paper.Sighting;
import dev.paperboy.source.BrokenFile;
import dev.paperboy.source.FakeArxiv;
import dev.paperboy.source.FakeTime;
import dev.paperboy.source.PaperFiles;
import dev.paperboy.source.RealData;
import dev.paperboy.source.arxiv.ArxivAtom;
import dev.paperboy.source.huggingface.HuggingFaceBodies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperFilesTest {
  private static final FakeTime TIME = new FakeTime("2026-11-22T10:00:00Z");
  private static final String LINE =
      "{\"id\":\"2106.09685\",\"title\":\"LoRA\",\"abstract\":\"é\"}\n";
  private static final String LIST =
      "[{\"paper\":{\"id\":\"1706.03762\",\"title\":\"Attention Is All You Need\",\"upvotes\":7}}]";

  private final PaperFiles files =
      new PaperFiles(List.of(new HuggingFaceBodies(TIME), new ArxivAtom(), new JsonLines(TIME)));

  @TempDir Path folder;

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path file(String name, String content) throws IOException {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private List<Sighting> read(Path file) throws IOException {
    List<Sighting> papers = new ArrayList<>();
    files.read(file, papers::add, bytes -> {});
    return papers;
  }

  private BrokenFile broken(Path file) {
    return catchThrowableOfType(BrokenFile.class, () -> read(file));
  }

  @Test
  void knowsEachFormatByItsContentPlainOrPacked() throws IOException {
    String atom =
        FakeArxiv.feed(
            false,
            1,
            List.of(
                new FakeArxiv.Entry(
                    "hep-th/9711200",
                    "The Large N Limit",
                    "Many colours.",
                    "1997-11-27T23:54:42Z",
                    List.of("Juan M. Maldacena"),
                    List.of("hep-th"),
                    "20 pages")));
    for (String content : List.of(LINE, LIST, atom)) {
      String id = read(file("plain.txt", content)).get(0).paper().id().value();
      assertThat(read(file("packed", gzip(content))).get(0).paper().id()).hasToString(id);
      assertThat(read(file("bom.json", "\ufeff" + content)).get(0).paper().id()).hasToString(id);
    }
  }

  @Test
  void takesTheEditionsDateFromTheName() throws IOException {
    assertThat(read(file("2026-08-12.json.gz", gzip(LIST))).get(0).listed())
        .isEqualTo("2026-08-12");
    Path dated = Files.createDirectory(folder.resolve("2026-01-01"));
    Path undated = Files.writeString(dated.resolve("list.json"), LIST);
    assertThat(read(undated).get(0).listed()).as("the folder's name says nothing").isNull();
  }

  @Test
  void anEmptyListIsNoMistake() throws IOException {
    assertThat(read(file("2026-08-15.json", "[]\n"))).isEmpty();
  }

  @Test
  void saysWhatAFileShouldHaveBeen() throws IOException {
    String expected =
        "expected a list of Hugging Face, a feed of arXiv or one paper a line as JSON";
    assertThat(broken(file("empty", ""))).hasMessage(expected + ", found an empty file");
    assertThat(broken(file("blank", " \n\n"))).hasMessage(expected + ", found an empty file");
    assertThat(broken(file("packed", gzip("")))).hasMessage(expected + ", found an empty file");
    assertThat(broken(file("text", "Dear reader"))).hasMessage(expected);
    assertThat(broken(file("csv", "id,title\n"))).hasMessage(expected);
    assertThat(broken(file("rss", "<rss version='2.0'/>"))).hasMessage(expected);
    assertThat(broken(file("zip", new byte[] {'P', 'K', 3, 4}))).hasMessage(expected);
    assertThat(broken(folder)).hasMessage("expected a file, found a folder");
  }

  @Test
  void saysWhenPackedDataIsCutOrDamaged() throws IOException {
    byte[] packed = gzip(LINE.repeat(5_000));
    assertThat(broken(file("cut", Arrays.copyOf(packed, packed.length / 2))))
        .hasMessage("expected more gzip data, it ends in the middle");
    assertThat(broken(file("short", Arrays.copyOf(packed, 5))))
        .hasMessage("expected more gzip data, it ends in the middle");
    packed[packed.length - 6] ^= 0x55;
    assertThat(broken(file("damaged", packed)))
        .hasMessage("expected valid gzip data, it is damaged");
    String feed = FakeArxiv.feed(false, 0, List.of()) + " ".repeat(100_000);
    byte[] atom = gzip(feed);
    assertThat(broken(file("atom", Arrays.copyOf(atom, atom.length - 12))))
        .hasMessage("expected more gzip data, it ends in the middle");
  }

  @Test
  void namesTheLine() throws IOException {
    BrokenFile wrong = broken(file("x.jsonl", LINE + LINE + "{\"id\":\"x\"}\n" + LINE));
    assertThat(wrong.line()).isEqualTo(3);
    assertThat(wrong).hasMessage("expected a text for \"title\", found none");
  }

  @Test
  void saysInWordsWhyAFileCannotBeRead() {
    Path missing = folder.resolve("missing.jsonl");
    assertThatThrownBy(() -> read(missing)).isInstanceOf(NoSuchFileException.class);
    assertThat(PaperFiles.inWords(missing, new NoSuchFileException("x")))
        .isEqualTo(missing + ": expected a file of papers, there is no such file");
    assertThat(PaperFiles.inWords(missing, new AccessDeniedException("x")))
        .isEqualTo(missing + ": expected a file of papers, it may not be read, access is denied");
    assertThat(PaperFiles.inWords(missing, new IOException("Input/output error")))
        .isEqualTo(
            missing + ": expected a file of papers, it could not be read (Input/output error)");
  }

  @Test
  void tellsHowFarItHasCome() throws IOException {
    Path file = file("x.jsonl", LINE.repeat(10_000));
    AtomicLong last = new AtomicLong();
    files.read(
        file,
        one -> {},
        bytes -> {
          assertThat(bytes).isGreaterThan(last.get());
          last.set(bytes);
        });
    assertThat(last.get()).isEqualTo(Files.size(file));
  }

  @Test
  void aReadersOwnFailureComesThrough() throws IOException {
    Path file = file("x.jsonl", LINE);
    assertThatThrownBy(() ->
            files.read(
                file,
                one -> {
                  throw new IllegalStateException("disk full");
                },
                bytes -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void readsTheRecordedFiles() throws IOException {
    Path huggingFace = RealData.path("huggingface");
    assertThat(read(huggingFace.resolve("daily_papers_limit30_2026-06-13_verbatim.json")))
        .hasSize(30);
    assertThat(read(huggingFace.resolve("daily_papers_limit25_2026-07-13_verbatim.json")))
        .hasSize(25);
    assertThat(read(huggingFace.resolve("daily_papers_5rows_2026-07-31_pretty.json"))).hasSize(5);
    assertThat(read(RealData.path("arxiv", "atom_api_50entries_2026-07-13_verbatim.xml")))
        .hasSize(50);
  }

  @Test
  void readsAllThePapersKnown() throws IOException {
    List<Sighting> papers = read(RealData.path("huggingface", "papers.jsonl.gz"));
    assertThat(papers).hasSize(13_789);
    Set<String> ids = new HashSet<>();
    papers.forEach(one -> ids.add(one.paper().id().value()));
    assertThat(ids).hasSize(13_789);
    assertThat(papers).allMatch(one -> one.listed() != null && !one.signals().isEmpty());
    assertThat(papers).filteredOn(one -> one.paper().withdrawn()).hasSize(2);
    assertThat(papers).filteredOn(one -> one.signals().size() == 2).hasSize(4_011);
    assertThat(papers).filteredOn(one -> one.paper().code() != null).hasSize(7_794);
  }

  /** A file of a gigabyte needs no more room than one of a megabyte. */
  @Test
  @Tag("long")
  void needsNoRoomForALargeFile() throws IOException {
    Path large = folder.resolve("large.jsonl.gz");
    byte[] lines =
        LINE.replace("é", "a long abstract ".repeat(100))
            .repeat(1_000)
            .getBytes(StandardCharsets.UTF_8);
    long written = 0;
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(large))) {
      while (written < 1L << 30) {
        out.write(lines);
        written += lines.length;
      }
    }
    Runtime runtime = Runtime.getRuntime();
    AtomicLong papers = new AtomicLong();
    AtomicLong most = new AtomicLong();
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    files.read(
        large,
        one -> {
          if (papers.incrementAndGet() % 200_000 == 0) {
            System.gc();
            most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
          }
        },
        bytes -> {});
    assertThat(papers.get() * (lines.length / 1_000)).isEqualTo(written);
    assertThat(most.get() - before).isLessThan(8L << 20);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(large))) {
      assertThat(in.read()).isEqualTo('{');
    }
  }
}
