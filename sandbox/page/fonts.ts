import { readFile } from 'node:fs/promises';
import { packageFolder } from './libraries.ts';

const families: Record<string, { folder: URL; served: RegExp }> = {
  'noto-sans-jp': {
    folder: packageFolder('@fontsource-variable/noto-sans-jp'),
    served: /^(index\.css|files\/[\w-]+\.woff2)$/,
  },
  'noto-sans-arabic': {
    folder: packageFolder('@fontsource-variable/noto-sans-arabic'),
    served: /^(index\.css|files\/[\w-]+\.woff2)$/,
  },
  'noto-sans-mono': {
    folder: packageFolder('@fontsource-variable/noto-sans-mono'),
    served: /^(index\.css|files\/[\w-]+\.woff2)$/,
  },
  // In this package the WOFF2 files hold the pictures as SVG alone, which Chromium does not draw; the WOFF files hold both.
  'noto-color-emoji': {
    folder: packageFolder('@fontsource/noto-color-emoji'),
    served: /^(index\.css|files\/[\w-]+\.woff)$/,
  },
};

export type FontFile = { bytes: Uint8Array<ArrayBuffer>; contentType: string };

/** The style sheet or one of the fonts of a family, by a path like `noto-sans-jp/index.css`. */
export async function fontFile(path: string): Promise<FontFile | undefined> {
  const [, name = '', file = ''] = /^([a-z-]+)\/(.+)$/.exec(path) ?? [];
  const family = Object.hasOwn(families, name) ? families[name] : undefined;
  if (!family?.served.test(file)) return undefined;
  const bytes = await readFile(new URL(file, family.folder)).catch(() => undefined);
  if (!bytes) return undefined;
  if (!file.endsWith('.css')) return { bytes: new Uint8Array(bytes), contentType: `font/${file.split('.').at(-1)}` };
  const text = String(bytes).replace(/url\((\S+)\) format\('[^']+'\),? ?/g, (source, from: string) =>
    family.served.test(from.replace('./', '')) ? source : '',
  );
  return { bytes: new TextEncoder().encode(text), contentType: 'text/css; charset=utf-8' };
}
