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

/** The calls that a delegated administrator may make, as fast as they like: by name, as over the wire. */
export function organizationCalls(organization: Organization): Operations {
  const { accounts, units, root, managementAccount } = organization;
  const arn = (kind: string, id: string) =>
    `arn:aws:organizations::${managementAccount}:${kind}/${organizationId}/${id}`;

  const isParent = (id: string) => id === root || units.some((unit) => unit.id === id);
  const pathTo = (id: string): string => {
    const unit = units.find((candidate) => candidate.id === id);
    return unit ? `${pathTo(unit.parent)}${id}/` : `${organizationId}/${id}/`;
  };
  const accountOf = ({ id, name, email, parent, state }: Account): Plain => ({
    Id: id,
    Arn: arn('account', id),
    Name: name,
    Email: email,
    State: state,
    Status: state,
    Paths: [`${pathTo(parent)}${id}/`],
    JoinedMethod: 'CREATED',
    JoinedTimestamp: 1_577_836_800,
  });
  const childrenOf = <Child extends { parent: string }>(all: Child[], parent: string): Child[] => {
    if (!isParent(parent)) {
      throw new AwsError('ParentNotFoundException', "You specified parent that doesn't exist.");
    }
    return all.filter((child) => child.parent === parent);
  };

  const paged = pagedBy(pageSize);
  const ofParent = z.object({ ParentId: z.string(), ...paged });

  return {
    DescribeOrganization: operation(z.object({}), () => ({
      Organization: {
        Id: organizationId,
        Arn: `arn:aws:organizations::${managementAccount}:organization/${organizationId}`,
        FeatureSet: 'ALL',
        MasterAccountId: managementAccount,
        MasterAccountArn: arn('account', managementAccount),
        MasterAccountEmail: accounts.find(({ id }) => id === managementAccount)?.email,
      },
    })),
    ListRoots: operation(z.object(paged), () => ({
      Roots: [{ Id: root, Arn: arn('root', root), Name: 'Root', PolicyTypes: [] }],
    })),
    DescribeAccount: operation(z.object({ AccountId: z.string() }), ({ AccountId }) => {
      const found = accounts.find(({ id }) => id === AccountId);
      if (!found) throw new AwsError('AccountNotFoundException', "You specified an account that doesn't exist.");
      return { Account: accountOf(found) };
    }),
    ListAccounts: operation(z.object(paged), (input) => page('Accounts', accounts, input, pageSize, accountOf)),
    ListAccountsForParent: operation(ofParent, (input) =>
      page('Accounts', childrenOf(accounts, input.ParentId), input, pageSize, accountOf),
    ),
    ListOrganizationalUnitsForParent: operation(ofParent, (input) =>
      page('OrganizationalUnits', childrenOf(units, input.ParentId), input, pageSize, ({ id, name }) => ({
        Id: id,
        Arn: arn('ou', id),
        Name: name,
        Path: pathTo(id),
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
