import type { Reporter, TestModule } from 'vitest/node';
import { type ToolName, toldMissing, toolNames } from './tools.ts';

/** Says at the end of a run of project `aws` how much each tool has checked, and which one could not. */
export const checksByTool: Reporter = {
  onTestRunEnd(modules) {
    const ours = modules.filter(({ project }) => project.name === 'aws');
    if (ours.length === 0) return;
    const lines = toolNames.flatMap((tool) => told(tool, ours));
    process.stdout.write(`Checks by tool\n${lines.map((line) => `  ${line}\n`).join('')}`);
  },
};

function told(tool: ToolName, modules: TestModule[]): string[] {
  const files = modules.filter(({ moduleId }) => moduleId.includes(`/test/aws/${tool}/`));
  if (files.length === 0) return [];
  const states = files.flatMap(({ children }) => [...children.allTests()].map((test) => test.result().state));
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  const parts = [`${count('passed')} passed`, `${count('failed')} failed`, `${count('skipped')} skipped`];
  // Of a file that cannot begin the tests count as skipped, or are not even known.
  const broken = files.filter((file) => file.errors().length > 0).length;
  const missing = files.some(({ project }) => project.getProvidedContext().missingTools.includes(tool));
  return [
    `${tool}: ${parts.join(', ')}${broken > 0 ? `, files that could not begin: ${broken}` : ''}`,
    ...(missing ? [toldMissing(tool)] : []),
  ];
}
