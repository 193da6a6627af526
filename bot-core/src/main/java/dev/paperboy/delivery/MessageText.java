package dev.paperboy.delivery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;

/** A message as the store keeps it, so that a retry sends what was composed. */
public final class MessageText {
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Block.PaperCard.class, name = "paper"),
    @JsonSubTypes.Type(value = Block.Preformatted.class, name = "preformatted"),
    @JsonSubTypes.Type(value = Block.Actions.class, name = "actions"),
    @JsonSubTypes.Type(value = Block.Image.class, name = "image"),
    @JsonSubTypes.Type(value = Block.FinePrint.class, name = "fine print"),
  })
  private interface Blocks {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Span.Plain.class, name = "plain"),
    @JsonSubTypes.Type(value = Span.Strong.class, name = "strong"),
    @JsonSubTypes.Type(value = Span.Emphasis.class, name = "emphasis"),
    @JsonSubTypes.Type(value = Span.Code.class, name = "code"),
    @JsonSubTypes.Type(value = Span.Link.class, name = "link"),
    @JsonSubTypes.Type(value = Span.Highlight.class, name = "highlight"),
    @JsonSubTypes.Type(value = Span.Moment.class, name = "moment"),
    @JsonSubTypes.Type(value = Span.Place.class, name = "place"),
  })
  private interface Spans {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Content.Papers.class, name = "papers"),
    @JsonSubTypes.Type(value = Content.Words.class, name = "words"),
    @JsonSubTypes.Type(value = Content.Problem.class, name = "problem"),
  })
  private interface Contents {}

  private static final ObjectMapper JSON = mapper();

  private MessageText() {}

  public static String write(Message message) {
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a message cannot be written down", e);
    }
  }

  /** Reads what {@link #write} wrote, also of an earlier version. */
  public static Message read(String text) {
    try {
      return JSON.readValue(text, Message.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a kept message cannot be read", e);
    }
  }

  private static ObjectMapper mapper() {
    SimpleModule times = new SimpleModule();
    times.addSerializer(Instant.class, new AsText<>());
    times.addSerializer(LocalDate.class, new AsText<>());
    times.addDeserializer(
        Instant.class,
        new JsonDeserializer<>() {
          @Override
          public Instant deserialize(JsonParser parser, DeserializationContext context)
              throws IOException {
            return Instant.parse(parser.getText());
          }
        });
    times.addDeserializer(
        LocalDate.class,
        new JsonDeserializer<>() {
          @Override
          public LocalDate deserialize(JsonParser parser, DeserializationContext context)
              throws IOException {
            return LocalDate.parse(parser.getText());
          }
        });
    return JsonMapper.builder()
        .addModule(times)
        .addMixIn(Block.class, Blocks.class)
        .addMixIn(Span.class, Spans.class)
        .addMixIn(Content.class, Contents.class)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        // only what a record was made of, not what it can say of itself
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        .build();
  }

  private static final class AsText<T> extends JsonSerializer<T> {
    @Override
    public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeString(value.toString());
    }
  }
}
