package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "How are the weights of a large model, once trained, stored in few bits?",
        "I'm interested in papers on owls (barn owls, if there are any) and their hearing",
        "Security considerations in local networks, operating systems, and distributed systems.",
        "What does \"attention is all you need\" say about the cost of long inputs?",
        "Sparse experts, mostly routing networks, especially large models and balanced loads.",
        "Papers on the following: agents that plan - and agents that do not"
      })
  void aSentenceIsProse(String question) {
    assertThat(Prose.is(question)).isTrue();
    assertThat(QueryParser.parse(Prose.words(question))).isInstanceOf(QueryResult.Parsed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agents, planning, tool use, memory, reasoning, retrieval, code, safety",
        "state space models, speech",
        "\"state space\" models for the analysis of long sequences -vision",
        "papers on agents AND memory of what they have done before",
        "title:agents that plan for the long run and remember what they did",
        "the analysis of (agents OR robots) in the wild with little data",
        ""
      })
  void whatHoldsAnOperatorOrIsAListIsNot(String query) {
    assertThat(Prose.is(query)).isFalse();
  }

  @Test
  void itsWordsHoldNoOperatorButWhatIsQuoted() {
    assertThat(
            Prose.words("Is a type (e.g. in \"abstract data\", or a module), well: a - process?"))
        .isEqualTo("Is a type e.g. in \"abstract data\" or a module well a process");
    assertThat(Prose.words("Is 3\" more than what is (in a \"type\" of a module"))
        .isEqualTo("Is 3 more than what is in a type of a module");
    assertThat(Prose.words("Is an \"extensible\" language one that “grows”"))
        .isEqualTo("Is an extensible language one that grows");
    assertThat(Prose.bare("what you \"see is what\" you get"))
        .isEqualTo("what you see is what you get");
  }
}
