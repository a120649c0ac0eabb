import { z } from 'zod';
import { LANGUAGES, type Language, type Worded } from '../contract/worded.ts';
import { methods } from '../methods/index.ts';
import { addressIn, isEmail } from '../onboarding/email.ts';

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** A duration such as `90s`, `30m`, `72h` or `7d`, in seconds; not longer than `max`. */
const duration = (max: number, asText: string) =>
  z
    .string({ error: 'must be a duration such as 30m, 72h or 7d' })
    .regex(/^[1-9]\d*[smhd]$/, 'must be a duration such as 30m, 72h or 7d')
    .transform((text) => Number(text.slice(0, -1)) * SECONDS[text.at(-1) as keyof typeof SECONDS])
    .refine((seconds) => seconds <= max, `must not be longer than ${asText}`);

const someone = z
  .string()
  .transform(addressIn)
  .refine(
    (text) => /^[SUW][A-Z0-9]{2,}$/.test(text) || isEmail(text),
    'must be a Slack user group (S…), a Slack user (U…) or an e-mail address; quote it if YAML reads it as something else',
  );

const accountId = z
  .string({ error: 'must be a 12-digit account id in quotes' })
  // The console of AWS shows it in three parts.
  .regex(/^\d{4}[- ]?\d{4}[- ]?\d{4}$/, 'must be a 12-digit account id in quotes')
  .transform((id) => id.replace(/\D/g, ''));

/** As much as an entry of a menu takes. Source: docs.slack.dev, Option object. */
const line = z
  .string({ error: 'must be text, or a text for each language: { en: …, ja: … }' })
  .min(1, 'must not be empty')
  .max(75, 'must be at most 75 characters, Slack’s limit for a menu entry');

const byLanguage = z
  .strictObject({ en: line.optional(), ja: line.optional() } satisfies Record<Language, unknown>)
  .refine((texts) => Object.keys(texts).length > 0, 'must have a text in one language at least');

/** One text for everybody, or one for each language; a mistake is told of what was meant. */
const worded = z.unknown().transform((said, context): Worded => {
  const meant = typeof said === 'object' && said !== null && !Array.isArray(said) ? byLanguage : line;
  const { data, error } = meant.safeParse(said);
  context.issues.push(...((error?.issues ?? []) as typeof context.issues));
  return (data ?? '') as Worded;
});

/** What every profile says. */
const common = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and dashes'),
  name: worded,
  description: worded,
  accounts: z
    .strictObject({
      ous: z
        .array(
          z
            .string()
            .regex(
              /^(ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32})$/,
              'must be the id of an organizational unit (ou-…) or of the root (r-…)',
            ),
        )
        .min(1, 'must name at least one; leave it out to offer every active account')
        .optional(),
      except: z.array(accountId).default([]),
      only: z.array(accountId).min(1, 'must name at least one').optional(),
    })
    .refine(({ only, ous, except }) => !only || (!ous && except.length === 0), {
      error: 'must be either only, or ous and except',
    })
    .default({ except: [] }),
  requesters: z.array(someone).min(1, 'must name somebody; leave it out to let every full member ask').optional(),
  approvers: z.array(someone).min(1, 'must name somebody; leave it out to use approvals.approvers').optional(),
  userName: z.enum(['{email}', '{local}'], { error: 'must be "{email}" or "{local}"' }).default('{email}'),
  emailDomains: z
    .array(z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a domain in lower case, without @'))
    .default([]),
  guests: z.enum(['refuse', 'allow'], { error: 'must be refuse or allow' }).default('refuse'),
  claimWithin: duration(90 * SECONDS.d, '90 days').default(7 * SECONDS.d),
};

/** A profile of each method: with what is its method's own. */
const [first, ...others] = Object.entries(methods).map(([name, { settings }]) =>
  z.strictObject({ ...common, method: z.literal(name), ...settings }),
);
if (!first) throw new Error('There is no method.');
const profile = z.discriminatedUnion('method', [first, ...others]);

/** A section for each method that has one. Whether it has to be there depends on the profiles. */
const sections = Object.fromEntries(
  Object.values(methods).flatMap(({ section }) => (section ? [[section.name, section.schema.optional()]] : [])),
);

/** The form of `onboarding.yaml`; what it says of a mistake follows the place, as in `profiles.0.name: is missing`. */
export const policySchema = z.strictObject({
  ...sections,
  approvals: z.strictObject({
    channel: z
      .string()
      .regex(
        /^[CG][A-Z0-9]{2,}$/,
        'must be the id of a channel (C…), not its name: see the channel’s details in Slack',
      ),
    language: z.enum(LANGUAGES, { error: `must be ${LANGUAGES.join(' or ')}` }).default('en'),
    // A local timer and a task's TimeoutSeconds both reach further; nobody decides well on a request of last month.
    expireAfter: duration(14 * SECONDS.d, '14 days').default(3 * SECONDS.d),
    approvers: z.array(someone).default([]),
  }),
  profiles: z
    .array(profile)
    .min(1, 'must have at least one profile')
    .max(100, 'must be at most 100, Slack’s limit for a menu'),
});
