/** What can be taken out of the definitions without a test that fails, each with why. */
export const exceptions: Record<string, string> = {};
