import { paged } from '../../aws/page.ts';
import { type Operations, operation } from '../operation.ts';

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
} satisfies Operations;
