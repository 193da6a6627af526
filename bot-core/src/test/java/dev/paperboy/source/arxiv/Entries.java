package dev.paperboy.source.arxiv;

import dev.paperboy.source.FakeArxiv.Entry;
import java.util.List;

/** Entries of real papers, their abstracts retold in a sentence. */
final class Entries {
  static final Entry LORA =
      new Entry(
          "2106.09685",
          "LoRA: Low-Rank Adaptation of Large Language Models",
          "Instead of training all weights anew, small matrices of low rank are trained beside"
              + " frozen ones &amp; added to them.",
          "2021-06-17T17:37:18Z",
          List.of("Edward J. Hu", "Yelong Shen"),
          List.of("cs.CL", "cs.AI", "cs.LG"),
          "Longer than the first version; code at https://github.com/microsoft/LoRA.");

  static final Entry LARGE_N =
      new Entry(
          "hep-th/9711200",
          "The Large N Limit of Superconformal Field Theories and Supergravity",
          "Some field theories in the limit of many colours hold gravity on anti-de Sitter space.",
          "1997-11-27T23:54:42Z",
          List.of("Juan M. Maldacena"),
          List.of("hep-th"),
          "20 pages");

  static final Entry CURVES =
      new Entry(
          "math/0309136",
          "Some Curves",
          "Curves are counted.",
          "2003-09-08T00:00:00Z",
          List.of("A. Geometer"),
          List.of("math.GT"),
          "3 figures");

  private Entries() {}
}
