import { beforeAll, describe, expect, test } from 'vitest';
import { accounts, centerWith, ofType } from '../../manifests/stacks.ts';
import { deployCenter } from './deploy.ts';
import { type Connection, useMoto } from './moto.ts';
import { readRole } from './roles.ts';

const moto = useMoto();

const group = (end: string) => `1234567890-aaaa1111-0000-4000-8000-00000000000${end}`;
const set = (end: string) => `arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1111aaaa1111aaa${end}`;

describe.each([
  [
    'lists of two',
    {
      GroupIds: `${group('a')},${group('b')}`,
      PermissionSetArns: `${set('1')},${set('2')}`,
      AccountIds: '222222222222,555555555555',
      DeniedAccountIds: '666666666666,777777777777',
      MayAssignManagementAccount: 'true',
      KmsKeyArn: 'arn:aws:kms:eu-west-1:444444444444:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    },
  ],
  ['groups alone', { PermissionSetArns: '', AccountIds: '' }],
  ['permission sets alone, in any account', { GroupIds: '', AccountIds: '*' }],
])('with %s', (_what, parameters) => {
  const center = centerWith(parameters);
  let admin: Connection;
  beforeAll(async () => {
    if (!moto.isThere) return;
    await moto.control('reset');
    admin = await moto.admin(accounts.center);
    await deployCenter(admin, parameters);
  });

  test.each(ofType(center, 'AWS::IAM::Role'))(
    'the role $ref trusts whom our reader says, and allows and denies what it says',
    async ({ ref, properties }) => {
      const { trust, policies } = await readRole(admin, ref);
      expect(trust).toEqual(properties.AssumeRolePolicyDocument);
      const expected = (properties.Policies as { PolicyName: string; PolicyDocument: unknown }[]).map(
        ({ PolicyName, PolicyDocument }) => [PolicyName, PolicyDocument],
      );
      expect(policies).toEqual(Object.fromEntries(expected));
    },
  );
});
