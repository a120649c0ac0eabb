import { z } from 'zod';
import type { Account, Organization } from '../organization/organization.ts';
import { AwsError } from './aws-error.ts';
import type { Plain } from './json.ts';
import { page, paged as pagedBy } from './page.ts';
import { throttled } from './throttle.ts';
import { type Operations, operation, type Service } from './wire.ts';

const organizationId = 'o-kumo';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html: "MaxResults … 20" */
const pageSize = 20;

const paged = pagedBy(pageSize);
const ofParent = z.object({ ParentId: z.string(), ...paged });

/** The calls that a delegated administrator may make, as fast as they like: by name, as over the wire. */
export const organizationCalls = (organization: Organization): Operations => ({
  ...aboutItself(organization),
  ...aboutAccounts(organization),
  ...aboutUnits(organization),
});

const arnIn = ({ managementAccount }: Organization, kind: string, id: string): string =>
  `arn:aws:organizations::${managementAccount}:${kind}/${organizationId}/${id}`;

function pathTo(units: Organization['units'], id: string): string {
  const unit = units.find((candidate) => candidate.id === id);
  return unit ? `${pathTo(units, unit.parent)}${id}/` : `${organizationId}/${id}/`;
}

function childrenOf<Child extends { parent: string }>(
  { root, units }: Organization,
  all: Child[],
  parent: string,
): Child[] {
  if (parent !== root && !units.some(({ id }) => id === parent)) {
    throw new AwsError('ParentNotFoundException', "You specified parent that doesn't exist.");
  }
  return all.filter((child) => child.parent === parent);
}

const aboutItself = (organization: Organization): Operations => ({
  DescribeOrganization: operation(z.object({}), () => {
    const { managementAccount, accounts } = organization;
    return {
      Organization: {
        Id: organizationId,
        Arn: `arn:aws:organizations::${managementAccount}:organization/${organizationId}`,
        FeatureSet: 'ALL',
        MasterAccountId: managementAccount,
        MasterAccountArn: arnIn(organization, 'account', managementAccount),
        MasterAccountEmail: accounts.find(({ id }) => id === managementAccount)?.email,
      },
    };
  }),
  ListRoots: operation(z.object(paged), () => {
    const { root } = organization;
    return { Roots: [{ Id: root, Arn: arnIn(organization, 'root', root), Name: 'Root', PolicyTypes: [] }] };
  }),
});

function aboutAccounts(organization: Organization): Operations {
  const { accounts, units } = organization;
  const show = ({ id, name, email, parent, state }: Account): Plain => ({
    Id: id,
    Arn: arnIn(organization, 'account', id),
    Name: name,
    Email: email,
    State: state,
    Status: state,
    Paths: [`${pathTo(units, parent)}${id}/`],
    JoinedMethod: 'CREATED',
    JoinedTimestamp: 1_577_836_800,
  });
  return {
    DescribeAccount: operation(z.object({ AccountId: z.string() }), ({ AccountId }) => {
      const found = accounts.find(({ id }) => id === AccountId);
      if (!found) throw new AwsError('AccountNotFoundException', "You specified an account that doesn't exist.");
      return { Account: show(found) };
    }),
    ListAccounts: operation(z.object(paged), (input) => page('Accounts', accounts, input, pageSize, show)),
    ListAccountsForParent: operation(ofParent, (input) =>
      page('Accounts', childrenOf(organization, accounts, input.ParentId), input, pageSize, show),
    ),
  };
}

function aboutUnits(organization: Organization): Operations {
  const { accounts, units, root } = organization;
  return {
    ListOrganizationalUnitsForParent: operation(ofParent, (input) =>
      page('OrganizationalUnits', childrenOf(organization, units, input.ParentId), input, pageSize, ({ id, name }) => ({
        Id: id,
        Arn: arnIn(organization, 'ou', id),
        Name: name,
        Path: pathTo(units, id),
      })),
    ),
    ListParents: operation(z.object({ ChildId: z.string(), ...paged }), ({ ChildId }) => {
      const child = [...accounts, ...units].find(({ id }) => id === ChildId);
      if (!child) throw new AwsError('ChildNotFoundException', "You specified a child that doesn't exist.");
      return { Parents: [{ Id: child.parent, Type: child.parent === root ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }] };
    }),
  };
}

/** Rates and bursts: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const ofParentRate = { rate: 5, burst: 8 };
const rates: Record<string, { rate: number; burst: number }> = {
  DescribeAccount: { rate: 20, burst: 30 },
  ListAccounts: { rate: 8, burst: 12 },
  ListAccountsForParent: ofParentRate,
  ListOrganizationalUnitsForParent: ofParentRate,
  ListParents: ofParentRate,
};

/** The same for whoever calls over the wire, at the speed that AWS lets them, or as fast as they like. */
export function createOrganizations(calls: Operations, throttles: boolean): Service {
  const operations = Object.entries(calls).map(([name, run]) => {
    const rate = throttles ? rates[name] : undefined;
    return [name, rate ? throttled(run, rate) : run] as const;
  });
  return { protocol: 'json-1.1', operations: Object.fromEntries(operations) };
}
