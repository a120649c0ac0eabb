import type { AwsLook } from '../../aws/aws.ts';
import type { IamAccount } from '../../aws/iam/account.ts';
import { showUser } from '../../aws/iam/show-user.ts';
import type { Account, Organization } from '../../organization/organization.ts';
import type { AccountSlice, AccountsSlice } from '../slices.ts';

/** So many accounts are shown at once. */
const most = 30;

/** Finds accounts by everything that one can be known by; those that boarding-pass made users in come first. */
export function createAccountsReader({ accounts }: AwsLook, organization: Organization) {
  const pathTo = unitPaths(organization);
  const known = [...accounts.values()].map((held) => {
    const { id, name, alias = '', parent } = held.account;
    const unitPath = pathTo(parent);
    return { held, unitPath, words: [id, name, alias, unitPath].join('\n').toLowerCase() };
  });
  const show = ({ held, unitPath }: (typeof known)[number]): AccountSlice => ({
    ...showAccount(held),
    isManagement: held.account.id === organization.managementAccount,
    unitPath,
  });

  return (find: string): AccountsSlice => {
    const text = idIn(find) ?? find.trim().toLowerCase();
    const matching = known.filter(({ held, words }) => words.includes(text) || hasUserNamed(held, text));
    const used = matching.filter(({ held }) => isUsed(held));
    const unused = used.length < most ? matching.filter(({ held }) => !isUsed(held)).slice(0, most) : [];
    const shown = [...used, ...unused].slice(0, most).map(show);
    const inUse = known.filter(({ held }) => isUsed(held)).slice(0, most);
    return { total: known.length, matching: matching.length, shown, used: inUse.map(show) };
  };
}

/** The id in what is pasted: as the console of AWS shows it, `1111-2222-3333`, or with the name before it. */
const idIn = (text: string): string | undefined =>
  /(?<!\d)(\d{4})[- ]?(\d{4})[- ]?(\d{4})(?!\d)/.exec(text.normalize('NFKC'))?.slice(1).join('');

const isUsed = ({ users }: IamAccount): boolean =>
  [...users.values()].some(({ path }) => path.startsWith('/onboarded/'));

const hasUserNamed = ({ users }: IamAccount, text: string): boolean =>
  [...users.keys()].some((name) => name.includes(text));

/** Where a unit stands in the tree, in names from below the root. */
function unitPaths({ units }: Organization): (id: string) => string {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return function pathTo(id): string {
    const unit = byId.get(id);
    if (!unit) return '';
    const above = pathTo(unit.parent);
    return above ? `${above} / ${unit.name}` : unit.name;
  };
}

function showAccount({ account, users, groups }: IamAccount) {
  const { id, name, alias, state, passwordPolicy } = account;
  return {
    id,
    name,
    ...(alias && { alias }),
    isActive: state === 'ACTIVE',
    groups,
    passwordPolicy: demandsOf(passwordPolicy),
    users: [...users.values()].map(showUser),
  };
}

function demandsOf(policy: Account['passwordPolicy']): string[] {
  const demands = Object.entries(policy ?? {}).filter(([, value]) => value !== false);
  return demands.map(([name, value]) => (value === true ? name : `${name} ${value}`));
}
