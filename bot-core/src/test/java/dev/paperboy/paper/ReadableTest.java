package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "The Fr\\'echet distance | The Fréchet distance",
        "The Fr\\'{e}chet distance | The Fréchet distance",
        "The Fr{\\'e}chet distance | The Fréchet distance",
        "G\\\"odel machines | Gödel machines",
        "G\\\"{o}del machines | Gödel machines",
        "Sim\\v{s}ek and \\v sek | Simšek and šek",
        "Fran\\c cois and Fran\\c{c}ois | François and François",
        "S{\\o}ren and J\\o rgensen | Søren and Jørgensen",
        "Gau\\ss{} and Wei{\\ss} | Gauß and Weiß",
        "Erd\\H{o}s | Erdős",
        "na\\\"{\\i}ve Bayes | naïve Bayes",
        "vis-\\`a-vis | vis-à-vis",
        "Ma\\'nczak | Mańczak",
        "\\AA ngstr\\\"om | Ångström",
        "It\\^o calculus | Itô calculus",
        "\\'Eclair | Éclair"
      })
  void putsAccentsOverTheirLetters(String raw, String mended) {
    assertThat(Readable.title(raw)).isEqualTo(mended);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "Adversarial Fr'echet Distance | Adversarial Fréchet Distance",
        "Schr\"odinger bridges | Schrödinger bridges",
        "R'enyi divergence | Rényi divergence",
        "the Poincar'e ball | the Poincaré ball",
        "Poincar'e's ball | Poincaré's ball",
        "Pok'eLLMon | PokéLLMon",
        "na\"ive and na\"ively | naïve and naïvely",
        "H\"older continuity of M\"obius maps | Hölder continuity of Möbius maps",
        "Kr\"uger's \"law\" | Krüger's \"law\"",
        "Erd\"os-R'enyi graphs | Erdös-Rényi graphs",
        "ErdH{o}s graphs | Erdős graphs",
        "Pl\"{u}cker rays and Touch{é} | Plücker rays and Touché",
        "Mirva v{S}ega and Kova{c}s | Mirva Šega and Kovacs"
      })
  void findsAccentsThatLostTheirBackslash(String raw, String mended) {
    assertThat(Readable.title(raw)).isEqualTo(mended);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "M^{2}UGen and M^3IT | M²UGen and M³IT",
        "UI2Code^N: a model | UI2Codeᴺ: a model",
        "R^textbf{2AI}: resilient | R²ᴬᴵ: resilient",
        "V_{0.5} and pi_{0.5} | V_0.5 and π_0.5",
        "codebook of 2^{128} entries | codebook of 2¹²⁸ entries",
        "via texttt{D}ual-texttt{H}ead | via Dual-Head",
        "Prefill \\& Decode | Prefill & Decode",
        "\\$OneMillion-Bench | $OneMillion-Bench",
        "within a \\10,000 Budget | within a $10,000 Budget",
        "Denoising Network\\ for Time | Denoising Network for Time",
        "360^circ and 360^{circ} and 90{\\deg} | 360° and 360° and 90°",
        "nabla^2DFT and H_2O and L_2 | ∇²DFT and H₂O and L₂",
        "RobotArena infty | RobotArena ∞",
        "Denser neq Better | Denser ≠ Better",
        "in sim20 Seconds | in ~20 Seconds",
        "a 2.5times speedup | a 2.5× speedup",
        "at 512 times 512 and 12times12 | at 512 × 512 and 12×12",
        "FaSTA^* and A^* search | FaSTA* and A* search",
        "from 66.3 %rightarrow72.9 % | from 66.3 %→72.9 %",
        "69.8 pm 0.5% | 69.8 ± 0.5%",
        "tau^2-Bench and mu_0 | τ²-Bench and μ₀",
        "a d_k times d_v cache | a dₖ × dᵥ cache",
        "v_{reason} = theta_{SFT} | v_reason = θ_SFT",
        "in R^{d times d} | in R^(d×d)",
        "langle P_u, B rangle | ⟨Pᵤ, B⟩",
        "size Oleft( n right) | size O(n)",
        "{bf V}isual {bf G}PT | Visual GPT",
        "FID{}=1.63 with N{=}4 | FID=1.63 with N=4",
        "of 12{,}553 problems | of 12,553 problems",
        "({sim}2{times} over) | (~2× over)"
      })
  void findsCommandsThatLostTheirBackslash(String raw, String mended) {
    assertThat(Readable.title(raw)).isEqualTo(mended);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "PixArt-$\\alpha$ | PixArt-α",
        "$\\mathcal{O}(n^2)$ time | O(n²) time",
        "$x_i \\leq x_{i+1} \\to \\infty$ | xᵢ ≤ xᵢ₊₁ → ∞",
        "$\\mathbb{R}^d$ and $W_{q}$ | ℝᵈ and W_q",
        "$10\\times$ faster | 10× faster",
        "a $k$-NN graph | a k-NN graph",
        "$\\frac{a}{b}$ and $\\sqrt{n+1}$ | a/b and √(n+1)",
        "$\\hat{x}$ | x̂",
        "$$E = mc^2$$ | E = mc²",
        "\\(O(n \\log n)\\) | O(n log n)",
        "$\\left( a \\right)$ | ( a )",
        "$\\text{Acc}_{\\text{test}}$ | Acc_test",
        "$\\sim$5 and $\\approx 3$ | ~5 and ≈ 3",
        "$f'(x)$ | f′(x)",
        "$X \\sim N(0, 1)$ | X ~ N(0, 1)",
        "$O(n\\log(1/\\varepsilon))$ | O(n log(1/ε))",
        "360$^\\circ$ and r$^2$SCAN | 360° and r²SCAN",
        "$\\frac{\\sqrt{n}}{\\varepsilon_2^2}$ | √n/ε₂²",
        "$\\{1, \\dots, n\\}$ | {1, …, n}"
      })
  void readsFormulas(String raw, String mended) {
    assertThat(Readable.text(raw)).isEqualTo(mended);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "\\textit{x}, \\emph{y} and \\textbf{z} | x, y and z",
        "{\\bf bold} and {\\em loud} | bold and loud",
        "as shown~\\cite{a,b}, and \\citep[p.~3]{c}. | as shown, and.",
        "Code: \\url{https://example.org/a_b} | Code: https://example.org/a_b",
        "\\href{https://example.org/x}{our page} | https://example.org/x (our page)",
        "\\href{https://example.org/x}{here} | https://example.org/x",
        "at https://example.org/x{this https URL}. | at https://example.org/x.",
        "at https://example.org/x{Project page}. | at https://example.org/x (Project page).",
        "at https://example.org/~me/a^b_c and on | at https://example.org/~me/a^b_c and on",
        "on [GitHub](https://example.org/x). | on GitHub (https://example.org/x).",
        "a footnote\\footnote{Work done there.} here | a footnote here",
        "\\textcolor{red}{Warning}: orange{Plan} | Warning: Plan",
        "methods, \\eg~trees (\\ie, forests) | methods, e.g. trees (i.e., forests)",
        "10\\,000 and \\#1 and 5\\% | 10 000 and #1 and 5%",
        "model\\'s query | model's query",
        "We propose \\FooNet{}, a net | We propose FooNet, a net"
      })
  void readsTheCommandsOfRunningText(String raw, String mended) {
    assertThat(Readable.text(raw)).isEqualTo(mended);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "Words -- and more---still | Words – and more—still",
        "pages 3--5 | pages 3–5",
        "``quoted'' and ``half\" | “quoted” and “half”",
        "the `inner' one | the ‘inner’ one",
        "\"Learning'' in context | \"Learning\" in context",
        "''happy paths'' only | “happy paths” only",
        "a `cat.n.01` | a `cat.n.01`",
        "RTX~5090 and models~(LLMs) | RTX 5090 and models (LLMs)",
        "Q&amp;A with &lt;think&gt; and caf&eacute; | Q&A with <think> and café",
        "5 &#215; 3 &#x3c; 20 | 5 × 3 < 20",
        "see <a href=\"https://example.org/\">the site</a> | see the site (https://example.org/)",
        "H<sub>2</sub>O | H2O",
        "the **FooNet** model (**two words**) and 2**3 | the FooNet model (two words) and 2**3"
      })
  void readsQuotesDashesTiesAndEntities(String raw, String mended) {
    assertThat(Readable.text(raw)).isEqualTo(mended);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "don't, it's, they're, we've, I'll, ma'am and o'clock",
        "Qur'an, Hawai'i, Shi'a, Xi'an and Chang'e 5",
        "d'Alembert, O'Brien, L'Hôpital, N'Koo and dell'Arte",
        "get 'em all, rock 'n' roll, the '90s and the LMs'performance",
        "Yo'City and Yo'Chameleon: bird's-eye views",
        "with $100K, for $1 Million, from $5 to $10 and under $0.1 (US$44)",
        "between $200k and $300k, or 4$ an hour",
        "snake_case, file_name, imo_1960_p2, Q4_0, float8_e4m3 and V_AI",
        "C^, ^_^ and a ^ b",
        "weights in {-1, 0, 1} and Qwen3-{1.7B, 4B, 8B}",
        "{\"a\": 1, \"b\": {}}",
        "1.5 times the size, three times faster and at times better",
        "sim-to-real transfer, real-to-sim and sim2real",
        "at 5 pm 30 people came; PM2.5 and pm2.5",
        "the alpha channel, pi day, Phi-4, delta rules and Kendall's tau",
        "approx. 35K programs",
        "run git log --oneline, or -v",
        "turn left (here) and right (there)",
        "~10% of ~145 words, 16~30% lower and x ~ N(0, 1)",
        "P(y|x) > 0 and |v| < 1 in C:\\Temp\\x",
        "LMK > CLS, <think> aloud </think> and 2+2=5?",
        "GPT-4o, C++, C#, k-NN, A*, S* and Pass@k",
        "text} that never opens, and { one that never closes",
        "cos(\\theta and a lone \\",
        "ROUGE-L of 42.1/20.8/34.2 at 100%",
        "\"Co\"nsistency and \"Mo\"del",
        "attribution\"without a space",
        "Σparts >= wholes",
        "naïve Über-models — “quoted” – with Ångström"
      })
  void leavesOrdinaryTextAlone(String text) {
    assertThat(Readable.title(text)).isEqualTo(text.replace("\\theta", "θ"));
    assertThat(Readable.text(text)).isEqualTo(text.replace("\\theta", "θ"));
  }

  @Test
  void findsDelimitersThatLostTheirBackslash() {
    assertThat(Readable.title("left|,circlearrowright,text{BUS},right|: puzzles"))
        .isEqualTo("|↻ BUS|: puzzles");
  }

  @Test
  void raisesWhatUnicodeCanRaiseInPlainText() {
    assertThat(Readable.text("growth like e^x, x_i and 10^-4"))
        .isEqualTo("growth like eˣ, xᵢ and 10⁻⁴");
  }

  @Test
  void keepsAnIndexReadableThatUnicodeCannotLower() {
    assertThat(Readable.text("the weights w_{t,b} and $W_{QK}$ of f_c"))
        .isEqualTo("the weights w_(t,b) and W_QK of f_c");
  }

  @Test
  void dropsWhatNobodyCanSee() {
    String raw =
        "\u001b[31mRed\u001b[0m\u0007 a\u200bb\ufeff \u202eevil\u202c \u2066x\u2069 c\u00add"
            + " \ud800e\udc00 \u009b1mf\u0000 g\uffff";
    assertThat(Readable.clean(raw)).isEqualTo("Red ab evil x cd e f g");
  }

  @Test
  void collapsesWhiteSpaceOfEveryKind() {
    assertThat(Readable.clean(" a\n  b\r\n\tc\u00a0d\u2003e\u2028f\u0085g\u3000 "))
        .isEqualTo("a b c d e f g");
  }

  @Test
  void keepsJoinersWhereTheyMeanSomething() {
    String family = "\ud83d\udc68\u200d\ud83d\udcbb";
    String heart = "\u2764\ufe0f";
    String persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645";
    assertThat(Readable.clean(family + " " + heart + " " + persian + " a\u200db x\ufe0f"))
        .isEqualTo(family + " " + heart + " " + persian + " ab x");
  }

  @Test
  void composesLettersAndTakesTowersOfMarksDown() {
    assertThat(Readable.clean("Fre\u0301chet \ufb01ts")).isEqualTo("Fréchet fits");
    assertThat(Readable.clean("x" + "\u0336".repeat(500)).length()).isLessThan(10);
  }

  @Test
  void cleansWithoutMending() {
    assertThat(Readable.clean("$\\alpha$ -- ``x''")).isEqualTo("$\\alpha$ -- ``x''");
  }

  @Test
  void mendsNames() {
    assertThat(Readable.name("Paul Erd\\H{o}s")).isEqualTo("Paul Erdős");
    assertThat(Readable.name("Conan O'Brien")).isEqualTo("Conan O'Brien");
    assertThat(Readable.name("Jean le Rond d'Alembert")).isEqualTo("Jean le Rond d'Alembert");
  }

  @Test
  void takesEverythingInSilenceAndChangesNothingTwice() {
    List<String> pieces =
        List.of(
            "\\",
            "{",
            "}",
            "$",
            "^",
            "_",
            "~",
            "--",
            "`",
            "``",
            "'",
            "''",
            "\"",
            "&",
            "&amp;",
            "&lt;",
            "<a href=\"http://x.y/\">",
            "</a>",
            "](",
            "http://x.y/",
            "\\textbf",
            "\\frac",
            "\\cite",
            "\\left",
            "left(",
            "right)",
            "times",
            "sim",
            "pm",
            "alpha",
            "textbf",
            "mathcal",
            "\\'",
            "\\\"",
            "\\v",
            "\\c",
            "e",
            "o",
            "s",
            "a",
            "I",
            "word",
            " ",
            " ",
            " ",
            "1",
            "20",
            ".",
            ",",
            "(",
            ")",
            "[",
            "]",
            "|",
            "\u0301",
            "\u200d",
            "\ud83d\ude00",
            "\ud83d",
            "é",
            "π",
            "²",
            "\\(",
            "\\)",
            "\\10",
            "\\ ",
            "{x}",
            "{}",
            "%",
            "Fr'echet",
            "\\begin{a}",
            "\\item",
            "&#92;",
            "&#36;",
            "\u001b[",
            "#",
            "\n");
    Random random = new Random(7);
    for (int run = 0; run < 20_000; run++) {
      StringBuilder raw = new StringBuilder();
      int length = random.nextInt(24);
      for (int i = 0; i < length; i++) {
        raw.append(pieces.get(random.nextInt(pieces.size())));
      }
      String once = Readable.text(raw.toString());
      assertThat(Readable.text(once)).as(raw.toString()).isEqualTo(once);
      assertThat(Readable.clean(once)).as(raw.toString()).isEqualTo(once);
      String cleaned = Readable.clean(raw.toString());
      assertThat(Readable.clean(cleaned)).as(raw.toString()).isEqualTo(cleaned);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{}",
        "{a}",
        "{{a}",
        "$",
        "$a$",
        "\\",
        "\\textbf{",
        "\\frac{",
        "\\cite[",
        "`a ",
        "``",
        "''",
        "^{",
        "_{",
        "a_",
        "a^b",
        "left(",
        "left( right)",
        "&amp;",
        "&amp",
        "<a ",
        "<a href=\"",
        "[a](",
        "http://",
        "\\(",
        "\\'",
        "--",
        "~",
        "\"o",
        "Fr'",
        "times ",
        "1 times ",
        "\u0301",
        "\u200d",
        "\u001b[",
        "x{y}/.",
        "\\href{",
        "e{\\i}",
        "sim ",
        "\ud800"
      })
  @Timeout(20)
  void takesTimeInProportionToTheLength(String piece) {
    String raw = piece.repeat(200_000 / piece.length());
    assertThatCode(() -> Readable.text(raw)).doesNotThrowAnyException();
    long start = System.nanoTime();
    assertThat(Readable.text(raw)).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }
}
