import { expect, test } from 'vitest';
import { textOf } from '../../../sandbox/aws/cloudformation/template.ts';
import { listOf, statementsOf } from '../../../sandbox/aws/iam/policy/statement.ts';
import { rolesOf } from '../../manifests/policies.ts';
import { center, centerWith, home, member } from '../../manifests/stacks.ts';
import { needs } from '../needs.ts';
import { isOfKind, kindsOf, readSpec, type Spec } from './spec.ts';

// A second opinion on test/manifests/needs.ts, which somebody wrote by hand: AWS's tables, as cfn-lint has them.

const isThere = needs('cfn-lint');
const spec: Spec = isThere ? readSpec() : {};

const KmsKeyArn = 'arn:aws:kms:eu-west-1:444444444444:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const stacks = [home, member, center, centerWith({ KmsKeyArn, DeniedAccountIds: '555555555555' })];
const roles = stacks.flatMap(rolesOf);
const named = ({ arn }: { arn: string }) => ({ arn });

/** Lines such as `sso:DescribeInstance on arn:…, conditions`, by action. */
function resourcesByAction(lines: string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of lines) {
    const [, action = '', resource = ''] = /^(\S+) on ([^,]+)/.exec(line) ?? [];
    found.set(action, [...(found.get(action) ?? []), resource]);
  }
  return found;
}

test.each(roles.map((role) => ({ ...named(role), role })))(
  '$arn names actions that there are, on resources that they know',
  ({ role }) => {
    for (const [action, resources] of resourcesByAction([...role.permissions, ...role.denials])) {
      const kinds = kindsOf(spec, action);
      expect(kinds, action).toBeDefined();
      const strange = resources.filter(
        (arn) => arn !== '*' && !kinds?.some((kind) => isOfKind(spec, action, kind, arn)),
      );
      expect(strange, action).toEqual([]);
    }
  },
);

test.each(rolesOf(center).map((role) => ({ ...named(role), role })))(
  '$arn allows each action on every kind of resources that AWS checks it against',
  ({ role }) => {
    for (const [action, resources] of resourcesByAction(role.permissions)) {
      const lacking = kindsOf(spec, action)?.filter(
        (kind) => !resources.some((arn) => isOfKind(spec, action, kind, arn)),
      );
      expect(lacking, action).toEqual([]);
    }
  },
);

test('the service control policy names actions that there are', () => {
  const statements = statementsOf(JSON.parse(textOf('identity-center-scp.json')));
  const actions = statements.flatMap(({ Action, NotAction }) => [...listOf(Action), ...listOf(NotAction)]);
  expect(actions.filter((action) => kindsOf(spec, action) === undefined)).toEqual([]);
});

test('a kind of resources that is left out would be found, and one too many', () => {
  expect(kindsOf(spec, 'sso:CreateAccountAssignment')?.toSorted()).toEqual(['account', 'instance', 'permissionset']);
  expect(isOfKind(spec, 'sso:CreateAccountAssignment', 'account', 'arn:*:sso:::account/222222222222')).toBe(true);
  expect(isOfKind(spec, 'sso:CreateAccountAssignment', 'account', 'arn:*:sso:::instance/ssoins-1')).toBe(false);
  expect(kindsOf(spec, 'identitystore:GetUserId')).not.toContain('group');
  expect(kindsOf(spec, 'identitystore:InviteUser')).toBeUndefined();
});
