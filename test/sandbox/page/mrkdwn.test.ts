import { expect, test } from 'vitest';
import { parseMrkdwn, parsePlainText } from '../../../sandbox/page/client/slack/text/mrkdwn.ts';
import type { TextNode } from '../../../sandbox/page/client/slack/text/nodes.ts';

/** Nodes as one line: `bold(a b)`, `user(U0KEN)`; text stands as it is. */
function drawn(nodes: TextNode[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.text;
        case 'link':
          return `link(${node.url}|${drawn(node.children)})`;
        case 'emoji':
          return `emoji(${node.name})`;
        case 'broadcast':
          return `broadcast(${node.range})`;
        case 'date':
          return `date(${[node.timestamp, node.format, node.url, node.fallback].join('|')})`;
        case 'user':
          return `user(${node.id})`;
        case 'channel':
        case 'usergroup':
          return `${node.type}(${[node.id, node.label].filter(Boolean).join('|')})`;
        default:
          return `${node.type}(${drawn(node.children)})`;
      }
    })
    .join('');
}

const cases: [written: string, shown: string][] = [
  ['', ''],
  ['two\nlines', 'two\nlines'],

  // emphasis
  ['*Access* for _you_, ~not~ me', 'bold(Access) for italic(you), strike(not) me'],
  ['*_both_*', 'bold(italic(both))'],
  ['*two words*.', 'bold(two words).'],
  ['(*in brackets*)', '(bold(in brackets))'],
  ['snake_case_name and 2*3*4', 'snake_case_name and 2*3*4'],
  ['_snake_case_', 'italic(snake_case)'],
  ['*アカウント* 名', 'bold(アカウント) 名'],
  ['太字は*ならない*です', '太字は*ならない*です'],
  ['* a list* item', '* a list* item'],
  ['*open', '*open'],
  ['*not\nacross lines*', '*not\nacross lines*'],
  ['**doubled** stays', '**doubled** stays'],
  ['~~doubled~~ too, __init__ too', '~~doubled~~ too, __init__ too'],
  ['*with `a*` inside*', 'bold(with code(a*) inside)'],
  ['*with <https://a.example/*b|link> inside*', 'bold(with link(https://a.example/*b|link) inside)'],
  ['😀*after an emoji*', '😀bold(after an emoji)'],

  // code
  ['`code` and `a*b*c :x: &lt;&amp;&gt;`', 'code(code) and code(a*b*c :x: <&>)'],
  ['`not\nacross lines`', '`not\nacross lines`'],
  ['say `<@U0KEN>`', 'say code(user(U0KEN))'],
  ['before\n```\nlet *a* = 1;\n  b\n```\nafter', 'beforepreformatted(let *a* = 1;\n  b)after'],
  ['```never closed', '```never closed'],

  // quotes
  ['> quoted\n> *twice*\nnot', 'quote(quoted\nbold(twice))not'],
  ['&gt; escaped', 'quote(escaped)'],
  ['before\n>quoted', 'before\nquote(quoted)'],
  ['5 > 4', '5 > 4'],
  ['>>> all\nof it', 'quote(all\nof it)'],

  // references
  ['<https://a.example/?b=1&amp;c=2>', 'link(https://a.example/?b=1&c=2|https://a.example/?b=1&c=2)'],
  ['<https://a.example|*here* &amp; there>', 'link(https://a.example|*here* & there)'],
  ['<mailto:sam@a.example>', 'link(mailto:sam@a.example|sam@a.example)'],
  ['see https://a.example/b.', 'see link(https://a.example/b|https://a.example/b).'],
  ['<@U0KEN> and <@U0KEN|ken>', 'user(U0KEN) and user(U0KEN)'],
  ['<#C0GENERAL> <#C0GENERAL|general>', 'channel(C0GENERAL) channel(C0GENERAL|general)'],
  ['<!subteam^S0LEADS> <!subteam^S0LEADS|@leads>', 'usergroup(S0LEADS) usergroup(S0LEADS|@leads)'],
  ['<!here> <!channel> <!everyone>', 'broadcast(here) broadcast(channel) broadcast(everyone)'],
  ['<!date^1700000000^{date} at {time}|then>', 'date(1700000000|{date} at {time}||then)'],
  ['<!date^1^{date}^https://a.example|then>', 'date(1|{date}|https://a.example|then)'],
  ['<!strange|said so>', 'said so'],
  ['<nothing>', '<nothing>'],
  ['a < b', 'a < b'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['<javascript:alert(1)|click>', '<javascript:alert(1)|click>'],

  // emoji and entities
  [':warning: *Careful*', 'emoji(warning) bold(Careful)'],
  [':no_such_emoji: 12:30:45', ':no_such_emoji: 12:30:45'],
  ['*:x:*', 'bold(emoji(x))'],
  ['&lt;@U0KEN&gt; &amp;amp; &quot;', '<@U0KEN> &amp; &quot;'],
];

test.each(cases)('%j', (written, shown) => {
  expect(drawn(parseMrkdwn(written))).toBe(shown);
});

test('plain text knows emoji only', () => {
  expect(drawn(parsePlainText(':x: *a* <@U0KEN> &amp; :nope:'))).toBe('emoji(x) *a* <@U0KEN> &amp; :nope:');
});

test('a text as long as Slack takes it is read at once', () => {
  const started = performance.now();
  for (const unit of ['*a ', '`', '<', '_*~', ':x', '> *']) parseMrkdwn(unit.repeat(3000 / unit.length));
  expect(performance.now() - started).toBeLessThan(1000);
});
