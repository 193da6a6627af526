// A small app on the official client for Node, to be served by the fake Slack of the tests.
// It knows nothing of the fake but its address.
const { App } = require('@slack/bolt');

const shared = {
  token: process.env.SLACK_BOT_TOKEN,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL, retryConfig: { retries: 0 } },
};
const app = process.env.SLACK_APP_TOKEN
  ? new App({ ...shared, socketMode: true, appToken: process.env.SLACK_APP_TOKEN })
  : new App({ ...shared, signingSecret: process.env.SLACK_SIGNING_SECRET });

const say = (text) => ({
  text,
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text } },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: 'again', value: text, text: { type: 'plain_text', text: 'Again' } },
        { type: 'button', action_id: 'ask', text: { type: 'plain_text', text: 'Ask' } },
      ],
    },
  ],
});

app.command('/papers', async ({ command, ack, respond }) => {
  await ack();
  await respond({ response_type: 'ephemeral', ...say(`heard ${command.text}`) });
});

app.action('again', async ({ action, ack, respond }) => {
  await ack();
  await respond({ replace_original: true, text: `replaced ${action.value}` });
});

app.action('ask', async ({ body, ack, client }) => {
  await ack();
  await client.views.open({
    trigger_id: body.trigger_id,
    view: {
      type: 'modal',
      callback_id: 'question',
      title: { type: 'plain_text', text: 'A question' },
      submit: { type: 'plain_text', text: 'Send' },
      blocks: [
        {
          type: 'input',
          block_id: 'what',
          optional: true,
          label: { type: 'plain_text', text: 'What?' },
          element: { type: 'plain_text_input', action_id: 'what' },
        },
      ],
    },
  });
});

app.view('question', async ({ view, body, ack, client }) => {
  const what = view.state.values.what.what.value;
  if (!what) {
    await ack({ response_action: 'errors', errors: { what: 'Say something.' } });
    return;
  }
  await ack();
  await client.chat.postMessage({
    channel: body.user.id,
    text: `asked ${what}`,
    metadata: { event_type: 'question', event_payload: { about: what } },
  });
});

app.message(async ({ message, say: post }) => {
  await post(`read ${message.text}`);
});

app.event('app_mention', async ({ event, client }) => {
  await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'mentioned' });
});

app.event('app_home_opened', async ({ event, client }) => {
  await client.views.publish({
    user_id: event.user,
    view: { type: 'home', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'At home' } }] },
  });
});

app.event('link_shared', async ({ event, client }) => {
  const unfurls = Object.fromEntries(
    event.links.map((link) => [
      link.url,
      { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'a link' } }] },
    ]),
  );
  await client.chat.unfurl({ unfurl_id: event.unfurl_id, source: event.source, unfurls });
});

app.shortcut('search_papers', async ({ body, ack, client }) => {
  await ack();
  const history = await client.conversations.history({
    channel: process.env.CHANNEL,
    include_all_metadata: true,
  });
  await client.chat.postMessage({
    channel: process.env.CHANNEL,
    text: `${history.messages.length} messages seen by ${body.user.id}`,
  });
});

app.error(async (error) => {
  console.log(`error ${error.message}`);
});

app.start(0).then((server) => {
  console.log(`ready ${process.env.SLACK_APP_TOKEN ? 0 : server.address().port}`);
});
