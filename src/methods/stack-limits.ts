/** CloudFormation takes so many characters in a parameter: CloudFormation User Guide, quotas. */
const MOST_IN_PARAMETER = 4_096;
/** IAM takes so many in all inline policies of a role together, spaces not counted: IAM User Guide, quotas. */
const MOST_IN_ROLE = 10_240;

/** A list that a stack is given: how often each entry stands in the role's policies, and with how much before it. */
export type Listed = { parameter: string; entries: readonly string[]; times: number; before?: number; remedy: string };

/**
 * What would be too large in a stack that allows all that profiles give, each with its remedy.
 * @param template whose role has the largest policies
 * @param rest the characters of that role's policies without the lists, with some to spare for long names of accounts and Regions
 */
export function tooLarge(template: string, rest: number, lists: readonly Listed[]): string[] {
  const ofParameters = lists.flatMap(({ parameter, entries, remedy }) => {
    const { length } = entries.join(',');
    return length > MOST_IN_PARAMETER
      ? [`${parameter} of ${template} would have ${said(length)} characters, and CloudFormation takes 4,096: ${remedy}`]
      : [];
  });
  const inRole = lists.reduce((sum, list) => sum + sizeInRole(list), rest);
  const remedies = lists.filter(({ entries }) => entries.length > 1).map(({ remedy }) => remedy);
  return inRole > MOST_IN_ROLE
    ? [
        ...ofParameters,
        `a role of ${template} would have about ${said(inRole)} characters of policies, and IAM takes 10,240: ${remedies.join('; ')}`,
      ]
    : ofParameters;
}

/** With quotes and a comma. */
const sizeInRole = ({ entries, times, before = 0 }: Listed): number =>
  entries.reduce((sum, entry) => sum + times * (entry.length + before + 3), 0);

const said = (count: number): string => count.toLocaleString('en-US');
