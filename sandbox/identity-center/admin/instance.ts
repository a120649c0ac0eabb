import { paged } from '../../aws/page.ts';
import { type Operations, ofInstance, operation } from '../operation.ts';
import { missing } from './arguments.ts';

export const instance = {
  listInstances: operation(paged(100), {
    on: () => ['*'],
    run: ({ described, owner, settings }) => ({
      Instances:
        settings.instance === 'none'
          ? []
          : [
              {
                InstanceArn: described.instanceArn,
                IdentityStoreId: described.identityStoreId,
                OwnerAccountId: owner,
                CreatedDate: new Date('2024-03-01T09:00:00Z'),
                Status: settings.instance,
              },
            ],
    }),
  }),

  describeInstance: ofInstance(
    {},
    {
      on: () => [],
      run({ described, owner, settings }) {
        if (settings.instance === 'none') throw missing('Instance not found.');
        return {
          InstanceArn: described.instanceArn,
          IdentityStoreId: described.identityStoreId,
          OwnerAccountId: owner,
          CreatedDate: new Date('2024-03-01T09:00:00Z'),
          Status: settings.instance,
        };
      },
    },
  ),
} satisfies Operations;
