import type { State, Template } from './asl.ts';

/** Ends an inspection: nothing of the request can be given. */
export const nothingFound = (problem: Template): State => ({
  Type: 'Pass',
  Parameters: {
    Profile: { Grants: {}, Version: '', Approvers: { ids: [], emails: [], groups: [] } },
    Targets: [],
    Users: [],
    Problem: problem,
  },
  End: true,
});
