import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, expect, test } from 'vitest';
import { accounts } from '../../manifests/stacks.ts';
import { type Bot, createBot, request } from './bot.ts';
import { deployHome } from './deploy.ts';
import { useMoto } from './moto.ts';

const moto = useMoto();
let bot: Bot;
beforeAll(async () => {
  if (!moto.isThere) return;
  const admin = await moto.admin(accounts.home);
  await deployHome(admin);
  bot = createBot(moto, admin);
});

test('a request that is sent is found again as it was', async () => {
  expect(await bot.workflow.start(request('V01'))).toBe(true);
  expect(await bot.workflow.findRequest('V01')).toEqual(request('V01'));
});

test('sent twice it is started once, also when it was over in between', async () => {
  await bot.workflow.start(request('V02'));
  expect(await bot.workflow.start(request('V02'))).toBe(true);
  const executionArn = `arn:aws:states:eu-west-1:${accounts.home}:execution:boarding-pass-onboarding:V02`;
  await bot.clients.sfn.send(new StopExecutionCommand({ executionArn }));
  expect(await bot.workflow.start(request('V02'))).toBe(true);
});

test('the same name with other contents is not taken for the same request', async () => {
  await bot.workflow.start(request('V03'));
  expect(await bot.workflow.start({ ...request('V03'), reason: 'something else' })).toBe(false);
  expect(await bot.workflow.findRequest('V03')).toEqual(request('V03'));
});

test('what was never sent is not found', async () => {
  expect(await bot.workflow.findRequest('V99')).toBeUndefined();
});
