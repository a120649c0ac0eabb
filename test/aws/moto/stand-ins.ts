import { AssertionError } from 'node:assert';
import type { Json, JsonObject } from '../../../sandbox/aws/json.ts';
import { TaskError } from '../../../sandbox/aws/task-error.ts';
import type { Connection } from './moto.ts';
import { callAsTask } from './sdk-tasks.ts';

type StandIn = (parameters: JsonObject, connection: Connection) => Promise<Json>;

/**
 * What moto 5.2.1 does not have, by resource, and what answers in its place, from what moto has. Of these calls nothing is proven
 * but their shape, by the AWS CLI: see test/aws/aws-cli/sdk-tasks.test.ts. When moto has one, gaps.test.ts fails, and it goes.
 */
export const standIns: Record<string, StandIn> = {
  async 'ssoadmin:describeInstance'({ InstanceArn }, connection) {
    const { Instances } = (await callAsTask('ssoadmin:listInstances', {}, connection)) as { Instances: JsonObject[] };
    const found = Instances.find((instance) => instance.InstanceArn === InstanceArn);
    if (!found) throw new TaskError('SsoAdmin.ResourceNotFoundException', `There is no instance ${InstanceArn}.`);
    return found;
  },

  async 'ssoadmin:getPermissionsBoundaryForPermissionSet'() {
    throw new TaskError('SsoAdmin.ResourceNotFoundException', 'The permission set has no permissions boundary.');
  },

  async 'identitystore:isMemberInGroups'({ GroupIds, ...who }, connection) {
    const { GroupMemberships } = (await callAsTask('identitystore:listGroupMembershipsForMember', who, connection)) as {
      GroupMemberships: { GroupId: string }[];
    };
    if (!Array.isArray(GroupIds)) throw new AssertionError({ message: 'GroupIds is no list.' });
    return {
      Results: GroupIds.map((GroupId) => ({
        GroupId,
        MemberId: who.MemberId ?? null,
        MembershipExists: GroupMemberships.some((membership) => membership.GroupId === GroupId),
      })),
    };
  },
};
