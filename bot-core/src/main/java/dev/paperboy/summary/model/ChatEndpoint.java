package dev.paperboy.summary.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.net.http.HttpClient;
import java.time.Duration;

/** A model behind HTTP, in OpenAI's form or Ollama's. Asks once, without another try. */
final class ChatEndpoint implements LanguageModel {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Far more than thirty words; keeps a model that does not stop from going on. */
  private static final int MOST_TOKENS = 400;

  private final ChatModel model;

  ChatEndpoint(ModelAddress address, Duration limit) {
    HttpClientBuilder http =
        new JdkHttpClientBuilder()
            .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1))
            .connectTimeout(CONNECT.compareTo(limit) < 0 ? CONNECT : limit)
            .readTimeout(limit);
    model =
        address.isOllama()
            ? OllamaChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(address.base())
                .modelName(address.model())
                .numPredict(MOST_TOKENS)
                .timeout(limit)
                .maxRetries(0)
                .build()
            : OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(address.base())
                .apiKey(address.key())
                .modelName(address.model())
                .maxTokens(MOST_TOKENS)
                .timeout(limit)
                .maxRetries(0)
                .build();
  }

  @Override
  public String answer(String rules, String data) {
    String text = model.chat(SystemMessage.from(rules), UserMessage.from(data)).aiMessage().text();
    return text == null ? "" : text;
  }
}
