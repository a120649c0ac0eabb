import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds that all threads of a process have been on a processor so far; Linux tells it to the nanosecond, other systems not. */
export function cpuOf(pid: number | undefined): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const spent = threads.map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    );
    return spent.reduce((sum, nanoseconds) => sum + nanoseconds / 1e6, 0);
  } catch {
    return Number.NaN;
  }
}

/** The most memory that a process has had at once, in megabytes; Linux tells it. */
export const peakMemoryOf = (pid: number | undefined): number => megabytes(pid, 'VmHWM');

/** What it has now. */
export const memoryOf = (pid: number | undefined): number => megabytes(pid, 'VmRSS');

function megabytes(pid: number | undefined, field: string): number {
  try {
    const [, kilobytes] = new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Milliseconds that this process would have gone on and others were on the processor; 0 where the system does not tell it. */
export function heldUp(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}
