import { z } from 'zod';
import { page, paged } from '../../aws/page.ts';
import { arnOfGroup, arnOfMembership, arnOfStore, arnOfUser } from '../arns.ts';
import { type IdentityCenter, type Membership, newId } from '../center.ts';
import { notFound, notUnique } from '../error.ts';
import { type Operations, ofStore } from '../operation.ts';
import { member, resourceId } from './fields.ts';
import { groupOf } from './groups.ts';
import { userOf } from './users.ts';

const groupAndMember = { GroupId: resourceId, MemberId: member };
type GroupAndMember = { GroupId: string; MemberId: { UserId: string } };

const onBoth = (center: IdentityCenter, { GroupId, MemberId }: GroupAndMember) => [
  arnOfStore(center),
  arnOfGroup(GroupId),
  arnOfUser(MemberId.UserId),
];

export const memberships = {
  createGroupMembership: ofStore(groupAndMember, {
    on: onBoth,
    run(center, { GroupId, MemberId: { UserId } }) {
      groupOf(center, GroupId);
      userOf(center, UserId);
      if (find(center, GroupId, UserId)) throw notUnique('Member and Group relationship already exists.');
      const membershipId = newId(center.described);
      center.memberships.set(membershipId, { membershipId, groupId: GroupId, userId: UserId });
      return { MembershipId: membershipId, IdentityStoreId: center.described.identityStoreId };
    },
  }),

  getGroupMembershipId: ofStore(groupAndMember, {
    on: (center, input) => [...onBoth(center, input), arnOfMembership()],
    run(center, { GroupId, MemberId: { UserId } }) {
      const found = find(center, GroupId, UserId);
      if (!found) throw notFound('GROUP_MEMBERSHIP');
      return { MembershipId: found.membershipId, IdentityStoreId: center.described.identityStoreId };
    },
  }),

  deleteGroupMembership: ofStore(
    { MembershipId: resourceId },
    {
      on(center, { MembershipId }) {
        const found = center.memberships.get(MembershipId);
        const both = found ? [arnOfGroup(found.groupId), arnOfUser(found.userId)] : [];
        return [arnOfStore(center), ...both, arnOfMembership(MembershipId)];
      },
      run({ memberships }, { MembershipId }) {
        if (!memberships.delete(MembershipId)) throw notFound('GROUP_MEMBERSHIP', MembershipId);
        return {};
      },
    },
  ),

  isMemberInGroups: ofStore(
    { MemberId: member, GroupIds: z.array(resourceId).min(1).max(100) },
    {
      on: (center, { MemberId, GroupIds }) => [
        arnOfStore(center),
        arnOfUser(MemberId.UserId),
        ...GroupIds.map((id) => arnOfGroup(id)),
        arnOfMembership(),
      ],
      run(center, { MemberId, GroupIds }) {
        userOf(center, MemberId.UserId);
        return {
          Results: GroupIds.map((GroupId) => {
            groupOf(center, GroupId);
            return { GroupId, MemberId, MembershipExists: find(center, GroupId, MemberId.UserId) !== undefined };
          }),
        };
      },
    },
  ),

  listGroupMembershipsForMember: ofStore(
    { MemberId: member, ...paged(100) },
    {
      on: (center, { MemberId }) => [arnOfStore(center), arnOfUser(MemberId.UserId), arnOfMembership()],
      run(center, { MemberId, ...input }) {
        userOf(center, MemberId.UserId);
        const all = [...center.memberships.values()].filter(({ userId }) => userId === MemberId.UserId);
        return page('GroupMemberships', all, input, 100, ({ membershipId, groupId }) => ({
          IdentityStoreId: center.described.identityStoreId,
          MembershipId: membershipId,
          GroupId: groupId,
          MemberId,
        }));
      },
    },
  ),
} satisfies Operations;

const find = ({ memberships }: IdentityCenter, wanted: string, who: string): Membership | undefined =>
  [...memberships.values()].find(({ groupId, userId }) => groupId === wanted && userId === who);
