package dev.paperboy.discord;

import dev.paperboy.discord.fake.Channel;
import dev.paperboy.discord.fake.FakeDiscord;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/** The smallest bot that uses everything of the fake; it says back what it was told. */
final class EchoBot extends ListenerAdapter implements AutoCloseable {
  private static final Collection<Message.MentionType> NOBODY =
      EnumSet.noneOf(Message.MentionType.class);

  private final ShardManager shards;
  private final CompletableFuture<ErrorResponse> failure = new CompletableFuture<>();
  private final AtomicReference<InteractionHook> lastHook = new AtomicReference<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  private EchoBot(FakeDiscord discord, String token) {
    shards =
        DefaultShardManagerBuilder.createLight(token, List.of())
            .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl().toString()))
            .setEventPool(Executors.newVirtualThreadPerTaskExecutor(), true)
            .setEnableShutdownHook(false)
            .addEventListeners(this)
            .build();
  }

  static EchoBot start(FakeDiscord discord) {
    EchoBot bot = start(discord, discord.token());
    for (JDA jda : bot.shards.getShards()) {
      try {
        jda.awaitReady();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    bot.register();
    return bot;
  }

  static EchoBot start(FakeDiscord discord, String token) {
    return new EchoBot(discord, token);
  }

  private JDA any() {
    return shards.getShards().get(0);
  }

  private void register() {
    OptionData text = new OptionData(OptionType.STRING, "text", "What to say", true, true);
    var unused =
        any()
            .updateCommands()
            .addCommands(
                Commands.slash("echo", "Says it back")
                    .setContexts(InteractionContextType.ALL)
                    .setIntegrationTypes(IntegrationType.ALL)
                    .addSubcommands(
                        new SubcommandData("say", "Says it").addOptions(text.setMaxLength(100)),
                        new SubcommandData("shard", "Says which shard heard it")),
                Commands.message("Echo this"))
            .complete();
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    if (String.valueOf(event.getSubcommandName()).equals("shard")) {
      event
          .reply("shard " + event.getJDA().getShardInfo().getShardId())
          .setAllowedMentions(NOBODY)
          .queue();
      return;
    }
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String text = event.getOption("text", "", option -> option.getAsString());
    event.deferReply(true).queue(hook -> answer(hook, text), this::failed);
  }

  private void answer(InteractionHook hook, String text) {
    lastHook.set(hook);
    hook.editOriginalEmbeds(new EmbedBuilder().setTitle("Echo").setDescription(text).build())
        .setComponents(
            ActionRow.of(Button.primary("more", "More"), Button.secondary("ask", "Ask")),
            ActionRow.of(
                StringSelectMenu.create("which")
                    .addOption("First", "1")
                    .addOption("Second", "2")
                    .build()))
        .queue();
  }

  private void failed(Throwable why) {
    if (why instanceof ErrorResponseException error) {
      failure.complete(error.getErrorResponse());
    } else {
      failure.completeExceptionally(why);
    }
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    String typed = event.getFocusedOption().getValue();
    event.replyChoiceStrings(typed + " 1", typed + " 2").queue();
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    if (event.getComponentId().equals("more")) {
      event.editMessage("more").setAllowedMentions(NOBODY).queue();
      return;
    }
    TextInput keyword = TextInput.create("k", TextInputStyle.SHORT).setValue("agents").build();
    event
        .replyModal(
            Modal.create("kw", "Keywords").addComponents(Label.of("Keyword", keyword)).build())
        .queue();
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    event.editMessage("chosen " + event.getValues().get(0)).setAllowedMentions(NOBODY).queue();
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    var keyword = event.getValue("k");
    event
        .reply("asked " + (keyword == null ? "nothing" : keyword.getAsString()))
        .setEphemeral(true)
        .setAllowedMentions(NOBODY)
        .queue();
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    event.reply(event.getTarget().getContentRaw()).setAllowedMentions(NOBODY).queue();
  }

  void pausedBeforeAnswers() {
    gate = new CountDownLatch(1);
  }

  void goesOn() {
    gate.countDown();
  }

  /** What Discord said of the answer that it refused. */
  ErrorResponse failure() {
    return within(failure);
  }

  /** What Discord says of one more edit of the last answer. */
  ErrorResponse editsLastHook() {
    CompletableFuture<ErrorResponse> said = new CompletableFuture<>();
    lastHook
        .get()
        .editOriginalEmbeds(new EmbedBuilder().setTitle("late").build())
        .queue(
            message -> said.completeExceptionally(new AssertionError("it was taken")),
            why -> {
              if (why instanceof ErrorResponseException error) {
                said.complete(error.getErrorResponse());
              } else {
                said.completeExceptionally(why);
              }
            });
    return within(said);
  }

  /** Posts, and gives the id of the message. */
  String posts(Channel channel, String text, String nonce) {
    TextChannel found = Objects.requireNonNull(any().getTextChannelById(channel.id()));
    return within(found.sendMessage(text).setAllowedMentions(NOBODY).setNonce(nonce).submit())
        .getId();
  }

  /** The number that Discord refuses a post with. */
  int refusal(Channel channel) {
    DataObject body =
        DataObject.empty()
            .put("content", "hello")
            .put("allowed_mentions", DataObject.empty().put("parse", List.of()));
    try {
      var unused =
          new RestActionImpl<>(any(), Route.Messages.SEND_MESSAGE.compile(channel.id()), body)
              .complete();
      return 0;
    } catch (ErrorResponseException e) {
      return e.getErrorCode();
    }
  }

  private static <T> T within(CompletableFuture<T> future) {
    return future.orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    shards.getShards().forEach(JDA::shutdownNow);
    shards.shutdown();
  }
}
