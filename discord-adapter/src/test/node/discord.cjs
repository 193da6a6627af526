// A small bot on discord.js, to be served by the fake Discord of the tests.
// It knows nothing of the fake but its address.
const {
  ActionRowBuilder, ApplicationCommandType, ButtonBuilder, ButtonStyle, Client, LabelBuilder,
  MessageFlags, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder, TextInputStyle,
} = require('discord.js');

const client = new Client({
  intents: [1],
  allowedMentions: { parse: [] },
  rest: { api: process.env.DISCORD_API, retries: 3 },
});
const everywhere = { contexts: [0, 1, 2], integrationTypes: [0, 1] };
const text = { type: 3, name: 'text', description: 'What to say', required: true, autocomplete: true };

client.once('clientReady', async () => {
  await client.application.commands.set([
    {
      name: 'echo', description: 'Says it back', ...everywhere,
      options: [{ type: 1, name: 'say', description: 'Says it', options: [text] }],
    },
    { name: 'Echo this', type: ApplicationCommandType.Message, ...everywhere },
  ]);
  console.log('ready');
});

const row = (...components) => new ActionRowBuilder().addComponents(...components);
const ways = () => [
  row(
    new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
    new ButtonBuilder().setCustomId('ask').setLabel('Ask').setStyle(ButtonStyle.Secondary)),
  row(new StringSelectMenuBuilder().setCustomId('which').addOptions(
    { label: 'First', value: '1' }, { label: 'Second', value: '2' })),
];

client.on('interactionCreate', async (interaction) => {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([1, 2].map((n) => ({ name: `${typed} ${n}`, value: `${typed} ${n}` })));
  } else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply({ content: interaction.targetMessage.content });
  } else if (interaction.isChatInputCommand()) {
    const said = interaction.options.getString('text');
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({ embeds: [{ title: 'Echo', description: said }], components: ways() });
    await interaction.followUp({ content: `followed ${said}` });
  } else if (interaction.isButton() && interaction.customId === 'more') {
    await interaction.update({ content: 'more' });
  } else if (interaction.isButton()) {
    const input = new TextInputBuilder().setCustomId('k').setStyle(TextInputStyle.Short).setValue('agents');
    await interaction.showModal(new ModalBuilder().setCustomId('kw').setTitle('Keywords')
      .addLabelComponents(new LabelBuilder().setLabel('Keyword').setTextInputComponent(input)));
  } else if (interaction.isStringSelectMenu()) {
    await interaction.deferUpdate();
    await interaction.editReply({ content: `chosen ${interaction.values[0]}` });
  } else if (interaction.isModalSubmit()) {
    const asked = interaction.fields.getTextInputValue('k');
    const channel = await client.channels.fetch(process.env.CHANNEL);
    const post = { content: `asked ${asked}`, nonce: 'n1', enforceNonce: true };
    const first = await channel.send(post);
    const again = await channel.send(post);
    const history = await channel.messages.fetch({ limit: 10 });
    const person = await client.users.fetch(interaction.user.id);
    await person.send({ content: `you asked ${asked}` });
    await interaction.reply({ content: `${first.id === again.id ? 'once' : 'twice'}, ${history.size} here` });
  }
});
client.on('error', (error) => console.log(error));
process.on('unhandledRejection', (error) => console.log(error));
client.login(process.env.DISCORD_TOKEN);
