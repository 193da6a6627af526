package dev.paperboy.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the commands of LaTeX stand for, by name without the backslash. */
final class TexSymbols {
  private static final Map<String, String> SYMBOLS =
      pairs(
          """
          alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ
          iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi π rho ρ varrho ρ sigma σ
          varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
          Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
          times × div ÷ cdot · pm ± mp ∓ leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠
          ll ≪ gg ≫ approx ≈ sim ~ simeq ≃ cong ≅ equiv ≡ propto ∝ lesssim ≲ gtrsim ≳ prec ≺ succ ≻
          to → rightarrow → longrightarrow → leftarrow ← gets ← longleftarrow ← leftrightarrow ↔
          Rightarrow ⇒ implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓
          nearrow ↗ searrow ↘ hookrightarrow ↪ circlearrowright ↻ circlearrowleft ↺
          rightleftharpoons ⇌ infty ∞ nabla ∇ partial ∂ forall ∀ exists ∃ in ∈ notin ∉ ni ∋
          subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ emptyset ∅ varnothing ∅
          sum ∑ prod ∏ int ∫ oint ∮ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨
          neg ¬ lnot ¬ bot ⊥ perp ⊥ top ⊤ parallel ∥ mid | vert | lvert | rvert | Vert ‖ lVert ‖
          rVert ‖ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lbrace { rbrace } ell ℓ
          hbar ℏ Re ℜ Im ℑ aleph ℵ wp ℘ circ ∘ bullet • star * ast * dagger † dag † ddagger ‡
          ddag ‡ prime ′ angle ∠ triangle △ square □ Box □ blacksquare ■ diamond ⋄ Diamond ◇
          clubsuit ♣ spadesuit ♠ heartsuit ♥ diamondsuit ♦ checkmark ✓ cmark ✓ xmark ✗ deg °
          degree ° textdegree ° celsius °C S § P ¶ copyright © textregistered ® texttrademark ™
          pounds £ euro € texteuro € textmu μ textgreater > textless < textbar | textellipsis …
          ldots … dots … cdots ⋯ vdots ⋮ textendash – textemdash — textquoteleft ‘
          textquoteright ’ textquotedblleft “ textquotedblright ” slash / colon : percent %
          lbrack [ rbrack ] LaTeX LaTeX TeX TeX BibTeX BibTeX
          """);

  /** Letters of their own, which swallow the space behind them: {@code J\o rgensen}. */
  private static final Map<String, String> LETTERS =
      pairs(
          "o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å ss ß i ı j ȷ th þ TH Þ dh ð DH Ð dj đ DJ"
              + " Đ ng ŋ NG Ŋ");

  /** Common short forms that authors keep as commands. */
  private static final Map<String, String> SHORT_FORMS =
      Map.ofEntries(
          Map.entry("eg", "e.g."),
          Map.entry("Eg", "E.g."),
          Map.entry("ie", "i.e."),
          Map.entry("Ie", "I.e."),
          Map.entry("cf", "cf."),
          Map.entry("etc", "etc."),
          Map.entry("vs", "vs."),
          Map.entry("etal", "et al."),
          Map.entry("aka", "a.k.a."),
          Map.entry("wrt", "w.r.t."),
          Map.entry("iid", "i.i.d."));

  /** Commands whose one argument is shown as it is. */
  private static final Set<String> WRAPPERS =
      words(
          """
          textbf textit texttt textsc textsf textrm textup textsl textmd textnormal text emph mathcal
          mathbf mathit mathrm mathsf mathtt mathscr mathfrak mathbb boldsymbol bm bold pmb
          operatorname underline uline mbox hbox fbox boxed url nolinkurl uppercase lowercase
          ensuremath underbrace overbrace highlight sout smash phantom hl
          """);

  /** Commands that go with their arguments. */
  private static final Set<String> DROPPED =
      words(
          """
          cite citep citet citealp citealt citeauthor citeyear citeyearpar parencite textcite
          autocite footcite footnote footnotetext footnotemark blfootnote thanks label ref eqref
          autoref cref Cref pageref nocite vspace hspace index begin end includegraphics
          """);

  /** Commands that say how and not what. */
  private static final Set<String> DECLARATIONS =
      words(
          """
          bf it em sc tt rm sf sl bfseries itshape scshape ttfamily sffamily rmfamily normalfont
          centering noindent small large Large LARGE huge Huge tiny footnotesize scriptsize
          normalsize displaystyle textstyle scriptstyle limits nolimits left right middle big Big
          bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr allowbreak nobreakdash protect
          relax xspace nonumber notag raggedright unskip ignorespaces boldmath sloppy par newline
          linebreak quad qquad item enspace thinspace
          """);

  private static final Set<String> COLOURS =
      words(
          "red blue green black white gray grey cyan magenta yellow orange teal purple violet brown"
              + " pink olive lime softred mypink");

  private static final Set<String> OPERATORS =
      words(
          "log ln lg exp sin cos tan tanh max min sup inf lim arg argmax argmin det dim ker Pr gcd"
              + " mod deg softmax");

  private static final Map<String, String> DOUBLE_STRUCK = pairs("R ℝ N ℕ Z ℤ Q ℚ C ℂ P ℙ H ℍ");

  /** Words of LaTeX that are no word of any language, so that they are sure without backslash. */
  private static final Set<String> SURE =
      words(
          """
          rightarrow leftarrow longrightarrow leftrightarrow Rightarrow Leftrightarrow uparrow
          downarrow infty leq geq neq cdot cdots ldots varepsilon varphi vartheta varnothing propto
          subseteq supseteq langle rangle lceil rceil lfloor rfloor circlearrowright leqslant
          geqslant lesssim gtrsim
          """);

  /** Greek letters and operators, whose names are sure where an index or a power follows. */
  private static final Set<String> INDEXED =
      words(
          """
          alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu
          xi pi rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma
          Upsilon Phi Psi Omega ell nabla sum prod
          """);

  private static final Set<String> SURE_IN_BRACES =
      words("sim approx times deg circ pm leq geq neq cdot infty rightarrow propto");

  private static final Set<String> SURE_WRAPPERS =
      words(
          """
          textbf textit texttt textsc textsf textrm text emph mathcal mathbf mathit mathrm mathsf
          mathtt mathscr mathfrak mathbb boldsymbol bm operatorname underline mbox
          """);

  private TexSymbols() {}

  /** The sign, letter or short form that the command stands for; null where it is none of them. */
  static @Nullable String symbol(String name) {
    String symbol = SYMBOLS.get(name);
    return symbol == null ? OPERATORS.contains(name) ? name : null : symbol;
  }

  static @Nullable String letter(String name) {
    return LETTERS.get(name);
  }

  static @Nullable String shortForm(String name) {
    return SHORT_FORMS.get(name);
  }

  static String doubleStruck(String letter) {
    return DOUBLE_STRUCK.getOrDefault(letter, letter);
  }

  static boolean isWrapper(String name) {
    return WRAPPERS.contains(name);
  }

  static boolean isDropped(String name) {
    return DROPPED.contains(name);
  }

  static boolean isDeclaration(String name) {
    return DECLARATIONS.contains(name);
  }

  static boolean isColour(String name) {
    return COLOURS.contains(name);
  }

  static boolean isIndexed(String name) {
    return INDEXED.contains(name);
  }

  static boolean isSure(String name) {
    return SURE.contains(name);
  }

  static boolean isSureInBraces(String name) {
    return SURE_IN_BRACES.contains(name) || INDEXED.contains(name);
  }

  static boolean isSureWrapper(String name) {
    return SURE_WRAPPERS.contains(name);
  }

  private static Set<String> words(String words) {
    return Set.copyOf(List.of(words.strip().split("\\s+", -1)));
  }

  private static Map<String, String> pairs(String words) {
    String[] all = words.strip().split("\\s+", -1);
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i + 1 < all.length; i += 2) {
      pairs.put(all[i], all[i + 1]);
    }
    return Map.copyOf(pairs);
  }
}
