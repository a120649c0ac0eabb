/** Slack's answer, or `undefined` if it is one of these errors: refusals that tell something, not failures. */
export async function unlessSlackSays<T>(answer: Promise<T>, ...codes: string[]): Promise<T | undefined> {
  try {
    return await answer;
  } catch (err) {
    const code = (err as { data?: { error?: string } }).data?.error;
    if (code !== undefined && codes.includes(code)) return undefined;
    throw err;
  }
}
