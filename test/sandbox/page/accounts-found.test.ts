import { expect, test } from 'vitest';
import { createAws } from '../../../sandbox/aws/aws.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { createAccountsReader } from '../../../sandbox/page/read/accounts.ts';

const read = createAccountsReader(createAws(kumoworks).look, kumoworks);

test.each([
  ['its name', 'payments-dev'],
  ['its id', '111122223333'],
  ['its id as the console of AWS shows it', '1111-2222-3333'],
  ['what a menu and a message call it', 'payments-dev (111122223333)'],
  ['its alias', ' Kumo-Payments-Dev '],
])('an account is found by %s', (_what, typed) => {
  expect(read(typed).shown.map(({ name }) => name)).toEqual(['payments-dev']);
});
