import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const { scripts, engines } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};

/** What the check says in a Node that calls itself so. */
const saidIn = (version: string): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const check = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require('./node-version.cjs')`;
    const child = execFile(process.execPath, ['-e', check], { cwd: root }, (_err, _stdout, said) =>
      resolve({ code: child.exitCode ?? -1, said }),
    );
  });

test.each(['18.20.8', '20.20.2', '24.11.1', '8.17.0'])(
  'Node %s is told which Node is needed, in one line',
  async (old) => {
    const { code, said } = await saidIn(old);
    expect(code).toBe(1);
    expect(said).toBe(
      `boarding-pass needs Node ${engines.node.slice(2)} or later, and this is ${old}: run npm ci, which brings one for all scripts, or install it from https://nodejs.org\n`,
    );
  },
);

test.each(['24.12.0', '25.0.0', '26.10.0'])('Node %s does', async (good) => {
  expect(await saidIn(good)).toEqual({ code: 0, said: '' });
});

/** Those that Node runs itself, or that read TypeScript. */
const needing = Object.entries(scripts).filter(([, command]) => /^(?:node|vitest) /.test(command) && !isCheck(command));
test.each(needing)('npm run %s looks at the Node first', (name) => {
  expect(isCheck(scripts[`pre${name}`] ?? '')).toBe(true);
});

function isCheck(command: string): boolean {
  return command === 'node node-version.cjs';
}
