import { isPresent, type Machine, type State } from './asl.ts';
import { methods } from './methods.ts';
import { isProfileOf, readProfile, whileS3Recovers } from './profile.ts';

const finders = Object.entries(methods).flatMap(([name, { findAccess }]) =>
  findAccess ? [{ name, ...findAccess }] : [],
);

const isText = (Variable: string) => [isPresent(Variable), { Variable, IsString: true }];

const fail = (name: string, Cause: string): Record<string, State> => ({ [name]: { Type: 'Fail', Error: name, Cause } });

/** Express and synchronous: somebody has opened a window, and waits. */
export const findAccess: Machine = {
  Comment:
    'Express, synchronous, logging off: what somebody has now, told to themselves alone. Of its input it believes the address of who asks; where to look it reads from the published profile. Whoever is not there, is disabled or asks for another user gets one and the same answer.',
  TimeoutSeconds: 25,
  StartAt: 'IsAQuestion',
  States: {
    IsAQuestion: {
      Type: 'Choice',
      Choices: [
        {
          And: [...['$.ProfileId', '$.Email', '$.EmailAsWritten'].flatMap(isText), isPresent('$.UserId')],
          Next: 'ReadProfile',
        },
      ],
      Default: 'NothingForYou',
    },
    ReadProfile: readProfile(null, {
      TimeoutSeconds: 5,
      Retry: [whileS3Recovers({ longest: 3, attempts: 3 })],
      Next: 'HasFinder',
    }),
    HasFinder: {
      Type: 'Choice',
      Choices: finders.map(({ name, asks, startAt }) => ({ ...isProfileOf(name, asks), Next: startAt })),
      Default: 'ProfileUnreadable',
    },
    ...Object.assign({}, ...finders.map(({ states }) => states)),
    ...fail('NothingForYou', 'There is nothing to tell.'),
    ...fail('ProfileMissing', 'There is no such profile.'),
    ...fail('ProfileUnavailable', 'S3 did not hand out the profile.'),
    ...fail('ProfileUnreadable', 'What is published is not a profile whose access can be looked up.'),
  },
};
