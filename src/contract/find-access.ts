import { z } from 'zod';

/** Who asks what they have in AWS now, as far as one profile's instance of Identity Center tells. */
export type AccessQuestion = {
  profileId: string;
  /** The address of who asks, as Slack has it: the one thing of all this that the machine believes. */
  email: string;
  /** The user whom the button is of, under the identity store's own id: of anybody else nothing is told. */
  userId?: string | undefined;
};

/** Each once, though somebody may have it by themselves and as a member of several groups. */
type Access = {
  accountId: string /** Not there where the permission set was deleted meanwhile. */;
  permissionSet?: string;
};

const nameOrNothing = z.string().nullable();

/** What `find-access` answers: the settings of the published profile, who it is, and what they have. */
export const foundAccess = z
  .object({
    Portal: z.object({ LoginURL: z.string(), Region: z.string(), SessionName: z.string() }),
    User: z.object({ UserId: z.string() }),
    Access: z.array(z.object({ AccountId: z.string(), PermissionSetArn: z.string() })),
    /** The names of all that `Access` refers to. */
    PermissionSets: z.array(z.object({ Arn: z.string(), Name: nameOrNothing })),
    /** There is more than a machine reads while somebody waits. */
    IsMore: z.boolean(),
  })
  .transform(({ Portal, User, Access, PermissionSets, IsMore }) => {
    const names = new Map(PermissionSets.map(({ Arn, Name }) => [Arn, Name ?? undefined]));
    const each = new Map(
      Access.map(({ AccountId: accountId, PermissionSetArn }): [string, Access] => {
        const permissionSet = names.get(PermissionSetArn);
        return [
          `${accountId} ${PermissionSetArn}`,
          { accountId, ...(permissionSet !== undefined && { permissionSet }) },
        ];
      }),
    );
    return {
      session: { name: Portal.SessionName, startUrl: Portal.LoginURL, region: Portal.Region },
      userId: User.UserId,
      access: [...each.values()],
      isMore: IsMore,
    };
  });
export type FoundAccess = z.infer<typeof foundAccess>;
