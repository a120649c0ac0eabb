import { z } from 'zod';

/** Who asks for whose password, and whether one that was shown before may be replaced. */
export type Claim = {
  accountId: string;
  userName: string;
  /** IAM's own id of the user: of a name that was used again it is another one. */
  userId: string;
  /** The Slack id of who clicked, or the hash of an e-mail address. */
  claimedBy: string;
  reissue: boolean;
};

/** What `issue-password` answers. */
export const issuedPassword = z
  .object({ UserName: z.string(), LoginURL: z.string(), Password: z.string(), MadeAt: z.string() })
  .transform(({ UserName, LoginURL, Password, MadeAt }) => ({
    userName: UserName,
    loginUrl: LoginURL,
    password: Password,
    /** By the clock of AWS: of two the later one works. */
    madeAt: MadeAt,
  }));
export type Issued = z.infer<typeof issuedPassword>;
