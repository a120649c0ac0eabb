import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const run = promisify(execFile);
const packages = new URL('../../../node_modules/', import.meta.url);
const packed = fileURLToPath(new URL('@sparticuz/chromium/bin/', packages));
const manifest = readFileSync(new URL('@sparticuz/chromium/package.json', packages), 'utf8');
const { version } = JSON.parse(manifest) as { version: string };
const cache = fileURLToPath(new URL('.cache/', packages));
const home = join(cache, `chromium-${version}`);

export type Unpacked = { executablePath: string; env: NodeJS.ProcessEnv };

/**
 * The Chromium that npm brought, for Linux on x64, unpacked the first time. A new machine may lack libraries that it is
 * linked with: the package has those too. Fonts are the package's alone, so that a page looks alike on every machine.
 */
export async function unpackedChromium(): Promise<Unpacked> {
  if (!existsSync(home)) await unpack();
  const executablePath = join(home, 'chromium');
  const env = { FONTCONFIG_FILE: join(home, 'fonts.conf') };
  if (!(await lacksLibraries(executablePath))) return { executablePath, env };
  return { executablePath, env: { ...env, LD_LIBRARY_PATH: join(home, 'lib') } };
}

/** Unpacks elsewhere and moves it to its place whole: who comes at the same time finds all of it or nothing, and the first stays. */
async function unpack(): Promise<void> {
  await mkdir(cache, { recursive: true });
  const elsewhere = await mkdtemp(join(cache, 'unpacking-'));
  try {
    await inflate('chromium.br', createWriteStream(join(elsewhere, 'chromium'), { mode: 0o755 }));
    await inflateInto(elsewhere, 'al2023.tar.br');
    await inflateInto(elsewhere, 'fonts.tar.br');
    await writeFile(join(elsewhere, 'fonts.conf'), fontSettings);
    await chmod(elsewhere, 0o755);
    await rename(elsewhere, home);
  } catch (err) {
    if (!existsSync(home)) throw err;
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
}

/** The archive's own settings name places that are not here. */
const fontSettings = `<fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'font-cache')}</cachedir></fontconfig>`;

const inflate = (file: string, to: NodeJS.WritableStream): Promise<void> =>
  pipeline(createReadStream(join(packed, file)), createBrotliDecompress(), to);

/** By way of a file: `tar` stops reading at the archive's end, and a pipe that is still being written to then breaks, now and then. */
async function inflateInto(folder: string, file: string): Promise<void> {
  const archive = join(folder, basename(file, '.br'));
  await inflate(file, createWriteStream(archive));
  await run('tar', ['-x', '-f', archive, '-C', folder]);
  await rm(archive);
}

async function lacksLibraries(executable: string): Promise<boolean> {
  const { stdout } = await run('ldd', [executable]);
  return stdout.includes('not found');
}
