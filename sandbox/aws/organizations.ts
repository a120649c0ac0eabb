import { z } from 'zod';
import type { Account, Organization } from '../organization.ts';
import { AwsError } from './aws-error.ts';
import type { Plain } from './json.ts';
import { throttled } from './throttle.ts';
import { operation, type Service } from './wire.ts';

const organizationId = 'o-kumo';

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html: "MaxResults … 20" */
const pageSize = 20;

/** The delegated administrator's view of the organization's tree. */
export function createOrganizations(organization: Organization): Service {
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

  const paged = { NextToken: z.string().optional(), MaxResults: z.number().int().min(1).max(pageSize).optional() };
  const ofParent = z.object({ ParentId: z.string(), ...paged });
  // Rates and bursts: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
  const ofParentRate = { rate: 5, burst: 8 };

  return {
    protocol: 'json-1.1',
    operations: {
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
      ListAccounts: throttled(
        operation(z.object(paged), (input) => page('Accounts', accounts, input, accountOf)),
        { rate: 8, burst: 12 },
      ),
      ListAccountsForParent: throttled(
        operation(ofParent, (input) => page('Accounts', childrenOf(accounts, input.ParentId), input, accountOf)),
        ofParentRate,
      ),
      ListOrganizationalUnitsForParent: throttled(
        operation(ofParent, (input) =>
          page('OrganizationalUnits', childrenOf(units, input.ParentId), input, ({ id, name }) => ({
            Id: id,
            Arn: arn('ou', id),
            Name: name,
            Path: pathTo(id),
          })),
        ),
        ofParentRate,
      ),
      ListParents: throttled(
        operation(z.object({ ChildId: z.string(), ...paged }), ({ ChildId }) => {
          const child = [...accounts, ...units].find(({ id }) => id === ChildId);
          if (!child) throw new AwsError('ChildNotFoundException', "You specified a child that doesn't exist.");
          return { Parents: [{ Id: child.parent, Type: child.parent === root ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }] };
        }),
        ofParentRate,
      ),
    },
  };
}

function page<Item>(
  key: string,
  items: Item[],
  { NextToken, MaxResults = pageSize }: { NextToken?: string | undefined; MaxResults?: number | undefined },
  show: (item: Item) => Plain,
): Plain {
  const start = NextToken ? Number(Buffer.from(NextToken, 'base64url').toString()) : 0;
  if (!Number.isInteger(start)) throw new AwsError('InvalidInputException', 'You provided an invalid NextToken.');
  const end = start + MaxResults;
  return {
    [key]: items.slice(start, end).map(show),
    NextToken: end < items.length ? Buffer.from(String(end)).toString('base64url') : undefined,
  };
}
