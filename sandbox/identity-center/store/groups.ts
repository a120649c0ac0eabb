import { arnOfGroup, arnOfStore } from '../arns.ts';
import { type Group, type IdentityCenter, newId } from '../center.ts';
import { notFound, notUnique } from '../error.ts';
import { type Operations, ofStore } from '../operation.ts';
import { alternateIdentifier, externalIdsOf, isSame, resourceId, text } from './fields.ts';

const onGroup = (center: IdentityCenter, { GroupId }: { GroupId: string }) => [arnOfStore(center), arnOfGroup(GroupId)];

export const groups = {
  createGroup: ofStore(
    { DisplayName: text, Description: text.optional() },
    {
      on: (center) => [arnOfStore(center)],
      run(center, { DisplayName, Description }) {
        if ([...center.groups.values()].some(({ displayName }) => isSame(displayName, DisplayName)))
          throw notUnique('Duplicate GroupName');
        const groupId = newId(center.described);
        const group = { groupId, displayName: DisplayName, ...(Description && { description: Description }) };
        center.groups.set(groupId, group);
        return { GroupId: groupId, IdentityStoreId: center.described.identityStoreId };
      },
    },
  ),

  getGroupId: ofStore(
    { AlternateIdentifier: alternateIdentifier('displayName') },
    {
      on: (center) => [arnOfStore(center), arnOfGroup()],
      run({ groups, described, settings }, { AlternateIdentifier: { UniqueAttribute } }) {
        const wanted = UniqueAttribute.AttributeValue;
        const found = [...groups.values()].find(({ displayName }) =>
          settings.exactLookups ? displayName === wanted : isSame(displayName, wanted),
        );
        if (!found) throw notFound('GROUP');
        return { GroupId: found.groupId, IdentityStoreId: described.identityStoreId };
      },
    },
  ),

  describeGroup: ofStore(
    { GroupId: resourceId },
    {
      on: onGroup,
      run(center, { GroupId }) {
        const { groupId, displayName, description, isDescribed } = groupOf(center, GroupId);
        return {
          IdentityStoreId: center.described.identityStoreId,
          GroupId: groupId,
          DisplayName: displayName,
          Description: description,
          ...(isDescribed && externalIdsOf(center, groupId)),
        };
      },
    },
  ),

  deleteGroup: ofStore(
    { GroupId: resourceId },
    {
      on: onGroup,
      // What it opened goes with it; the next of this name has another id: ssosync#291.
      run(center, { GroupId }) {
        groupOf(center, GroupId);
        center.groups.delete(GroupId);
        center.assignments = center.assignments.filter(({ principalId }) => principalId !== GroupId);
        for (const { membershipId, groupId } of center.memberships.values())
          if (groupId === GroupId) center.memberships.delete(membershipId);
        return {};
      },
    },
  ),
} satisfies Operations;

export function groupOf({ groups }: IdentityCenter, groupId: string): Group {
  const group = groups.get(groupId);
  if (!group) throw notFound('GROUP', groupId);
  return group;
}
