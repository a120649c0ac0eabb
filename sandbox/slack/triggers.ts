import { newHash } from './ids.ts';
import { Refusal } from './refusal.ts';

/** A person's interaction, as long as it may still open a modal; from a modal it may also push onto that one. */
export type Trigger = { user: string; client: string | undefined; view?: string };

export type Triggers = ReturnType<typeof createTriggers>;

/** Trigger ids: each works once and not for long. */
export function createTriggers(lifetime: number) {
  const issued = new Map<string, Trigger & { at: number; spent: boolean }>();

  /** Remembered a minute longer than they live, to tell an expired one from an invented one. */
  function forgetOld(now: number): void {
    for (const [id, { at }] of issued) {
      if (now - at <= lifetime + 60_000) return;
      issued.delete(id);
    }
  }

  return {
    issue(trigger: Trigger): string {
      const now = Date.now();
      forgetOld(now);
      const id = `${Date.now()}.${issued.size}.${newHash()}`;
      issued.set(id, { ...trigger, at: now, spent: false });
      return id;
    },

    spend(id: string): Trigger {
      const trigger = issued.get(id);
      if (!trigger) throw new Refusal('invalid_trigger_id');
      if (trigger.spent) throw new Refusal('exchanged_trigger_id');
      if (Date.now() - trigger.at > lifetime) throw new Refusal('expired_trigger_id');
      trigger.spent = true;
      return trigger;
    },
  };
}
