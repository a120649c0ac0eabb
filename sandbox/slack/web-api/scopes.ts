import { Refusal } from '../refusal.ts';

export type Scopes = ReturnType<typeof createScopes>;

/** What the manifest granted. */
export function createScopes(granted: ReadonlySet<string>) {
  return {
    granted: [...granted],
    has: (scope: string): boolean => granted.has(scope),
    need(scope: string): void {
      if (granted.has(scope)) return;
      throw new Refusal('missing_scope', { needed: scope, provided: [...granted].join(',') });
    },
  };
}
