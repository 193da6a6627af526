// Draws a payload of Slack's as a page: picture.cjs PAYLOAD.json PAGE.html
const fs = require('fs');
const path = require('path');
const React = require('react');
const { renderToStaticMarkup } = require('react-dom/server');
const { Message } = require('slack-blocks-to-jsx');

const [, , from, to] = process.argv;
const payload = JSON.parse(fs.readFileSync(from, 'utf8'));
const style = fs.readFileSync(require.resolve('slack-blocks-to-jsx/dist/style.css'), 'utf8');

// Thumbnails come from elsewhere: plain squares stand for them.
const shades = ['#d9e0ec', '#e1d9ec', '#d9ece3', '#ecdcd9', '#ecead9'];
let shade = 0;
const square = () => {
  const fill = shades[shade++ % shades.length];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="88" height="88"><rect width="88" height="88" fill="${fill}"/></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
};
const drawn = (node) => {
  if (Array.isArray(node)) return node.map(drawn);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, drawn(value)]));
  if (copy.image_url) copy.image_url = square();
  // the library takes "verbatim" for no markup at all; to Slack it means that nothing is guessed
  delete copy.verbatim;
  // nor does it show what is chosen already
  if (copy.initial_option) copy.placeholder = copy.initial_option.text;
  if (copy.type === 'external_select') Object.assign(copy, { type: 'static_select', options: [] });
  return copy;
};

const logo =
  'data:image/svg+xml;base64,' +
  Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><rect width="36" height="36" rx="4" fill="#1f3a5f"/><text x="18" y="25" font-family="sans-serif" font-size="20" font-weight="bold" fill="#fff" text-anchor="middle">P</text></svg>',
  ).toString('base64');
const blocks = drawn(payload.blocks);
const time = new Date(Date.UTC(2026, 7, 12, 9, 0));
const kind = payload.type === 'modal' || payload.type === 'home' ? payload.type : 'message';
const markup = renderToStaticMarkup(
  React.createElement(Message, {
    blocks, name: 'Paperboy', logo, time, withoutWrapper: kind !== 'message',
  }),
);

const body = markup.replaceAll('<p>↵ Please &#x27;enter&#x27; to submit</p>', '');
const frames = {
  modal: ['<div class="title">' + (payload.title || {}).text + '<span>✕</span></div>',
    '<div class="foot"><b>' + ((payload.close || {}).text || 'Close') + '</b>'
      + (payload.submit ? '<b class="go">' + payload.submit.text + '</b>' : '') + '</div>'],
  home: ['<div class="tabs"><b>Paperboy</b> <i>Home</i> Messages About</div>', ''],
};
const [before, after] = frames[kind] || ['', ''];

fs.writeFileSync(to, `<!doctype html><meta charset="utf-8"><style>${style}</style><style>
body{margin:0;padding:16px;background:#fff;font-family:Lato,"Liberation Sans",sans-serif;color:#1d1c1d}
.modal{border:1px solid #ccc;border-radius:10px;width:520px;overflow:hidden}
.title{font-weight:900;font-size:20px;padding:16px 20px;border-bottom:1px solid #eee}
.title span{float:right;color:#777;font-weight:400}
.foot{padding:14px 20px;border-top:1px solid #eee;text-align:right}
.foot b{border:1px solid #bbb;border-radius:4px;padding:7px 12px;font-size:15px;margin-left:8px}
.foot .go{background:#007a5a;border-color:#007a5a;color:#fff}
.tabs{border-bottom:1px solid #ddd;padding:4px 0 10px;margin-bottom:8px;font-size:15px;color:#616061;word-spacing:12px}
.tabs b{font-size:18px;color:#1d1c1d}
.tabs i{font-style:normal;font-weight:bold;color:#1d1c1d;border-bottom:2px solid #1264a3;padding-bottom:10px}
.modal .page{padding:4px 20px 12px}
.modal .text-black-primary\\.3{color:#1d1c1d!important}
.modal .w-\\[190px\\]{width:300px!important}
textarea{height:36px!important;min-height:0!important;resize:none!important}
</style><div class="${kind}">${before}<div class="page">${body}</div>${after}</div>
<script>document.documentElement.dataset.height = Math.ceil(document.documentElement.getBoundingClientRect().height)</script>`);
console.log(path.basename(to));
