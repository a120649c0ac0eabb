import { z } from 'zod';
import type { IdentityCenter } from '../center.ts';

// Lengths and patterns: https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateUser.html

/** Neither spaces nor control characters; two names are AWS's own. */
export const userName = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u)
  .refine((name) => !['Administrator', 'AWSAdministrators'].includes(name), 'The name is reserved.');

/** Of people and groups: with spaces, the ideographic one too. */
export const text = z
  .string()
  .min(1)
  .max(1024)
  .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r \u3000]+$/u);

export const resourceId = z
  .string()
  .max(47)
  .regex(/^([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$/);

export const member = z.object({ UserId: resourceId });

/** By which attribute somebody or something is looked for. */
export const alternateIdentifier = (...paths: [string, ...string[]]) =>
  z.object({ UniqueAttribute: z.object({ AttributePath: z.enum(paths), AttributeValue: z.string().min(1) }) });

export const email = z.object({
  Value: text,
  Type: text.optional(),
  Primary: z.boolean().optional(),
});

/** Whether a name or an address is the same: what is unique is so whatever the case of its letters. */
export const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** SCIM's externalId of whoever, and of what, comes from a company directory; inferred. */
export const externalIdsOf = ({ settings, described }: IdentityCenter, id: string) =>
  settings.users === 'existing' && {
    ExternalIds: [{ Issuer: described.instanceArn, Id: `directory|${id}` }],
  };
