import { createHash } from 'node:crypto';
import { importMap } from './libraries.ts';

const imports = JSON.stringify({ imports: importMap });

const sheets = [
  'fonts/noto-sans-jp/index.css',
  'fonts/noto-sans-arabic/index.css',
  'fonts/noto-sans-mono/index.css',
  'fonts/noto-color-emoji/index.css',
  'style.css',
  'shell/shell.css',
  'shell/time.css',
  'shell/panes.css',
  'shell/people.css',
  'slack/slack.css',
  'aws/aws.css',
];

/** The one document there is; everything in it is drawn by main.ts. */
export const pageDocument = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>boarding-pass sandbox</title>
<link rel="icon" href="/page/icon.svg">
${sheets.map((sheet) => `<link rel="stylesheet" href="/page/${sheet}">`).join('\n')}
<script type="importmap">${imports}</script>
<script type="module" src="/page/main.ts"></script>
</head>
<body>
<div id="page"><noscript>This page needs JavaScript.</noscript></div>
</body>
</html>
`;

const ownImports = createHash('sha256').update(imports).digest('base64');

/** People type anything into the sandbox: nothing but the page's own code runs, and nothing leaves for elsewhere. */
export const securityHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    `script-src 'self' 'sha256-${ownImports}'`,
    "style-src 'self'",
    // A mail is shown in a frame of its own, which inherits this, and mails carry their styles in attributes.
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
