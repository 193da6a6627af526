package dev.paperboy.console;

/** What {@code --help} prints. */
final class Usage {
  static final String TEXT =
      """
      Paperboy brings the day's trending research papers to your terminal.

      Usage: paperboy [--json] [WORDS…]

        paperboy today                         today's papers
        paperboy today 2026-08-12 agents, 4d   those of a date that match a filter
        paperboy search diffusion -video       search all papers known
        paperboy show 2608.10915               one paper in full
        paperboy help                          every word that is understood
        paperboy                               a conversation; from a pipe, a line is an answer

        --json      one JSON object a line, for programs
        --help      this text
        --version   the version

      A phrase needs quotes that survive the shell: paperboy search '"state space" -vision'.
      Exit status: 0 answered, 1 failure, 2 not understood.
      """;

  private Usage() {}
}
