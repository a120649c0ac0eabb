import { readFile } from 'node:fs/promises';
import { type Context, Hono } from 'hono';
import { createClientCode } from './client-code.ts';
import { pageDocument, securityHeaders } from './document.ts';
import { fontFile } from './fonts.ts';
import { libraryAt } from './libraries.ts';

const fresh = { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
const kept = { 'cache-control': 'public, max-age=604800', 'x-content-type-options': 'nosniff' };

/** The page: its document, code and fonts. */
export function pageRoutes(): Hono {
  const clientCode = createClientCode();
  const below = (c: Context, prefix: string): string => c.req.path.slice(prefix.length);

  return new Hono()
    .get('/', (c) => c.html(pageDocument, 200, { ...fresh, ...securityHeaders }))
    .get('/page/lib/*', async (c) => {
      const file = libraryAt(c.req.path);
      if (!file) return c.notFound();
      return c.body(await readFile(file, 'utf8'), 200, { ...fresh, 'content-type': 'text/javascript; charset=utf-8' });
    })
    .get('/page/fonts/*', async (c) => {
      const file = await fontFile(below(c, '/page/fonts/'));
      return file ? c.body(file.bytes, 200, { ...kept, 'content-type': file.contentType }) : c.notFound();
    })
    .get('/page/*', async (c) => {
      const file = await clientCode(below(c, '/page/'));
      return file ? c.body(file.text, 200, { ...fresh, 'content-type': file.contentType }) : c.notFound();
    });
}
