// Draws what the tests sent to the fake Discord as Discord's client would show it.
// Usage: node pictures.mjs FOLDER-OF-JSON FOLDER-OF-PNG CHROMIUM, NODE_PATH holding the components.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const [from, to, chromium] = process.argv.slice(2);
const modules = process.env.NODE_PATH;
const esbuild = createRequire(path.join(modules, 'x.js'))('esbuild');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'discord-pictures-'));
const WIDTH = 760;

const escape = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

// A stamp `<t:…:F>` is drawn in the zone of the reader; here everybody is in Berlin.
const zone = 'Europe/Berlin';
const styles = {
  f: { dateStyle: 'long', timeStyle: 'short' }, F: { dateStyle: 'full', timeStyle: 'short' },
  d: { dateStyle: 'short' }, D: { dateStyle: 'long' },
  t: { timeStyle: 'short' }, T: { timeStyle: 'medium' },
};
function moment(seconds, style, now) {
  const date = new Date(seconds * 1000);
  if (style !== 'R') {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...styles[style || 'f'] }).format(date);
  }
  const ahead = date - now;
  const units = [['day', 86400000], ['hour', 3600000], ['minute', 60000], ['second', 1000]];
  const [unit, size] = units.find(([, length]) => Math.abs(ahead) >= length) || units[3];
  return new Intl.RelativeTimeFormat('en').format(Math.round(ahead / size), unit);
}

// Discord's Markdown as far as Paperboy writes it, character by character.
function inline(text, now) {
  let out = '';
  for (let i = 0; i < text.length; ) {
    const rest = text.slice(i);
    let match;
    if ((match = /^\\([\\*_~`|>#\-\[\]()<:.!@+=])/.exec(rest))) {
      out += escape(match[1]);
    } else if ((match = /^<t:(-?\d+)(?::([a-zA-Z]))?>/.exec(rest))) {
      out += `<span class="moment">${moment(Number(match[1]), match[2], now)}</span>`;
    } else if ((match = /^\*\*((?:\\.|[^\\])+?)\*\*/s.exec(rest))) {
      out += `<b>${inline(match[1], now)}</b>`;
    } else if ((match = /^\*((?:\\.|[^\\*])+?)\*/s.exec(rest))) {
      out += `<i>${inline(match[1], now)}</i>`;
    } else if ((match = /^`([^`]+)`/.exec(rest))) {
      out += `<code>${escape(match[1])}</code>`;
    } else if ((match = /^\[((?:\\.|[^\\\]])+)\]\(<?([^)>\s]+)>?\)/.exec(rest))) {
      out += `<a>${inline(match[1], now)}</a>`;
    } else {
      match = [rest[0]];
      out += escape(rest[0]);
    }
    i += match[0].length;
  }
  return out;
}
function markdown(text, now) {
  const fences = text.split(/```(?:\w*\n)?/);
  return fences.map((part, i) => {
    if (i % 2) return `<pre>${escape(part)}</pre>`;
    return part.split('\n').map((line) => {
      if (line.startsWith('-# ')) return `<div class="small">${inline(line.slice(3), now)}</div>`;
      const head = /^(#{1,3}) (.*)/.exec(line);
      if (head) return `<h${head[1].length}>${inline(head[2], now)}</h${head[1].length}>`;
      return line ? `<div>${inline(line, now)}</div>` : '<div class="gap"></div>';
    }).join('');
  }).join('');
}

const styleOf = ['', 'primary', 'secondary', 'success', 'destructive', 'secondary'];
function row(components) {
  return `<discord-action-row>${components.map((c) => c.type === 2
    ? `<discord-button type="${styleOf[c.style]}"${c.url ? ` url="${escape(c.url)}"` : ''}>${escape(c.label)}</discord-button>`
    : `<discord-string-select-menu placeholder="${escape(c.placeholder || '')}"></discord-string-select-menu>`).join('')}</discord-action-row>`;
}
// A paper's own picture lies elsewhere; a plain square stands for it.
const squares = ['dbe1ec', 'e2daea', 'd9ece2', 'ece4d6', 'ecd9dd'];
const square = (n) => `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><rect width="80" height="80" fill="#${squares[n % 5]}"/></svg>`)}`;
function embed(e, n, now) {
  const color = '#' + (e.color || 0).toString(16).padStart(6, '0');
  const title = e.title ? `<div class="title${e.url ? ' linked' : ''}">${inline(e.title, now)}</div>` : '';
  const fields = (e.fields || []).map((f) =>
    `<div class="field${f.inline ? ' beside' : ''}"><b>${inline(f.name, now)}</b>${markdown(f.value, now)}</div>`).join('');
  return `<discord-embed slot="embeds" color="${color}"${e.thumbnail ? ` thumbnail="${square(n)}"` : ''}>
    <discord-embed-description slot="description">${title}${markdown(e.description || '', now)}
    ${fields ? `<div class="fields">${fields}</div>` : ''}</discord-embed-description>
    ${e.footer ? `<discord-embed-footer slot="footer">${escape(e.footer.text)}</discord-embed-footer>` : ''}</discord-embed>`;
}
const avatar = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><rect width="80" height="80" fill="#ffb000"/>'
  + '<path d="M22 20h36v40H22z" fill="#fff"/><path d="M28 28h24v4H28zm0 9h24v3H28zm0 7h24v3H28zm0 7h16v3H28z" fill="#333"/></svg>')}`;
const reader = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><rect width="80" height="80" fill="#5865f2"/></svg>')}`;
function message({ body, now, onlyFor, asked }) {
  const at = new Date(now);
  const slash = asked ? `<discord-command slot="reply" author="Ada" avatar="${reader}" command="/${escape(asked)}"></discord-command>` : '';
  return `<discord-messages><discord-message author="Paperboy" avatar="${avatar}" timestamp="${moment(at / 1000, 'f', at)}" bot${onlyFor ? ' ephemeral' : ''}>
    ${slash}${markdown(body.content || '', at)}${(body.embeds || []).map((e, n) => embed(e, n, at)).join('')}
    ${(body.components || []).length ? `<discord-attachments slot="components">${body.components.map((r) => row(r.components)).join('')}</discord-attachments>` : ''}
    </discord-message></discord-messages>`;
}
function dialog({ body }) {
  const field = ({ label, description, component: c }) => {
    const chosen = (c.options || []).find((o) => o.default);
    const shown = c.type === 4 ? c.value : chosen && chosen.label;
    const box = `<div class="box${c.style === 2 ? ' tall' : ''}${shown ? '' : ' hint'}">${
      escape(shown || c.placeholder || '')}${c.type === 4 ? '' : '<span class="arrow">⌄</span>'}</div>`;
    const needed = c.required === false ? '' : ' <span class="needed">*</span>';
    return `<label>${escape(label)}${needed}</label>${description ? `<div class="about">${escape(description)}</div>` : ''}${box}`;
  };
  return `<div class="dialog"><div class="top"><img src="${avatar}"><h2>${escape(body.title)}</h2><span>✕</span></div>
    ${body.components.map((c) => (c.type === 18 ? field(c) : markdown(c.content || '', new Date(0)))).join('')}
    <div class="foot"><button>Cancel</button><button class="go">Submit</button></div></div>`;
}

const bundle = path.join(work, 'components.js');
esbuild.buildSync({
  stdin: { contents: "import '@skyra/discord-components-core';", resolveDir: path.dirname(modules) },
  bundle: true, format: 'esm', outfile: bundle, logLevel: 'error',
});
const css = `body{margin:0;background:#313338;color:#dbdee1;font-family:"Helvetica Neue",Helvetica,Arial,sans-serif;font-size:15px}
.small{font-size:12.5px;color:#949ba4}.gap{height:8px}b{font-weight:600;color:#f2f3f5}a,.linked,.linked b{color:#00a8fc}
.title{font-weight:600;font-size:16px;margin-bottom:6px;color:#f2f3f5}.title.linked{color:#00a8fc}.moment{background:#3f4248;border-radius:3px;padding:0 2px}
.fields{display:flex;flex-wrap:wrap;gap:8px 16px;margin-top:8px}.field{flex-basis:100%}.field.beside{flex-basis:40%}
code,pre{background:#2b2d31;border-radius:4px;padding:1px 3px;font-size:13px}pre{padding:8px;white-space:pre-wrap}
.room{padding:24px}.dialog{width:480px;margin:0 auto;padding:20px;background:#242429;border-radius:8px;border:1px solid #3a3b40}
.top{display:flex;align-items:center;gap:12px;margin-bottom:8px}.top img{width:32px;border-radius:50%}.top h2{font-size:19px;flex:1;margin:0;color:#f2f3f5}
label{display:block;font-weight:600;margin:14px 0 4px;color:#f2f3f5}.needed{color:#f23f42}.about{font-size:13px;color:#b5bac1;margin-bottom:6px}
.box{position:relative;background:#1e1f22;border:1px solid #3f4045;border-radius:6px;padding:9px 10px;min-height:20px}.tall{min-height:64px}.hint{color:#80848e}.arrow{position:absolute;right:12px;top:5px}
.foot{display:flex;gap:8px;margin-top:20px}.foot button{flex:1;padding:10px;border:0;border-radius:6px;background:#3f4048;color:#fff;font:inherit}.foot .go{background:#5865f2}`;

fs.mkdirSync(to, { recursive: true });
for (const file of fs.readdirSync(from).filter((name) => name.endsWith('.json')).sort()) {
  const shown = JSON.parse(fs.readFileSync(path.join(from, file), 'utf8'));
  const page = path.join(work, file.replace('.json', '.html'));
  fs.writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${css}</style>
    <body><div id="all"${shown.kind === 'dialog' ? ' class="room"' : ''}>${shown.kind === 'dialog' ? dialog(shown) : message(shown)}</div>
    <script type="module">${fs.readFileSync(bundle, 'utf8').replace(/<\/script/g, '<\\/script')}
    addEventListener('load', () => setTimeout(() =>
      document.documentElement.setAttribute('data-height', document.getElementById('all').scrollHeight), 400));</script>`);
  const run = (...args) => execFileSync(chromium, ['--headless=new', '--no-sandbox', '--disable-gpu',
    '--hide-scrollbars', '--allow-file-access-from-files', '--virtual-time-budget=4000', ...args, `file://${page}`],
  { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 }).toString();
  const height = Number(/data-height="(\d+)"/.exec(run(`--window-size=${WIDTH},800`, '--dump-dom'))[1]);
  const picture = path.join(to, file.replace('.json', '.png'));
  run(`--window-size=${WIDTH},${Math.max(120, height + 8)}`, '--force-device-scale-factor=1', `--screenshot=${path.resolve(picture)}`);
  console.log(`${picture} ${WIDTH} × ${height}`);
}
fs.rmSync(work, { recursive: true });
