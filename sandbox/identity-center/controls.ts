import { randomBytes } from 'node:crypto';
import { createProfile } from '../aws/iam/login-profiles.ts';
import type { JsonObject } from '../aws/json.ts';
import { type IdentityCenter, newId } from './center.ts';
import { type Synchronized, synchronize } from './company-directory.ts';
import type { DescribedUser } from './described.ts';
import type { Answer } from './operation.ts';
import { identitystore, ssoadmin } from './operations.ts';
import type { CenterSettings, Planned } from './settings.ts';
import { userNamed } from './store/users.ts';

/** What tests and the page may do with the Identity Center past every role of boarding-pass. */
export type CenterControls = {
  /** Has it behave otherwise from now on. */
  change(settings: Partial<CenterSettings>): void;
  /** What becomes of the next assignments, one call each. */
  plan(...next: Planned[]): void;
  /** What hangs ends as it would have, the oldest first; all of it, or so many. */
  letGo(count?: number): void;
  /** Calls either API as an administrator of the management account. The ids of the instance and the store need not be named. */
  asAdmin(action: string, parameters: JsonObject): Answer;
  /** Somebody is in the company's directory from now on, and comes here with its next synchronization. */
  hire(person: Omit<DescribedUser, 'id'>): void;
  synchronize(): Synchronized;
  disable(userName: string): void;
  enable(userName: string): void;
  changeMail(userName: string, email: string): void;
  /** What an administrator makes in the console where no code is mailed; it has to be changed at the first sign-in. */
  makeOneTimePassword(userName: string): string;
};

export function createControls(center: IdentityCenter): CenterControls {
  const { instanceArn: InstanceArn, identityStoreId: IdentityStoreId } = center.described;
  return {
    change: (settings) => void Object.assign(center.settings, settings),
    plan: (...next) => void center.planned.push(...next),
    letGo(count = center.hanging.length) {
      for (const end of center.hanging.splice(0, count)) end();
    },
    asAdmin(action, parameters) {
      const isOfStore = Object.hasOwn(identitystore, action);
      const operation = isOfStore ? identitystore[action] : ssoadmin[action];
      if (!operation) throw new Error(`${action} is not part of the sandbox.`);
      const where = isOfStore ? { IdentityStoreId } : { InstanceArn };
      return operation.prepare(center, { ...where, ...parameters }).run({ account: center.owner });
    },
    hire: (person) => void center.waiting.push({ ...person, id: newId(center.described) }),
    synchronize: () => synchronize(center),
    disable(userName) {
      userNamed(center, userName).status = 'DISABLED';
    },
    enable(userName) {
      userNamed(center, userName).status = 'ENABLED';
    },
    changeMail(userName, email) {
      userNamed(center, userName).email = { Value: email, Type: 'work', Primary: true };
    },
    makeOneTimePassword(userName) {
      const password = `${randomBytes(9).toString('base64url')}aA1!`;
      userNamed(center, userName).loginProfile = createProfile(password, true);
      return password;
    },
  };
}
