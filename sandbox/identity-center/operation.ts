import { z } from 'zod';
import { wordsOf } from '../aws/iam/action.ts';
import type { JsonObject } from '../aws/json.ts';
import type { IdentityCenter } from './center.ts';
import { invalid, notFound } from './error.ts';

/** What an operation answers: the wire and Step Functions write dates differently. */
export type Answer = undefined | null | boolean | number | string | Date | Answer[] | { [key: string]: Answer };

/** From which account somebody calls: the delegated administrator may do less than the management account. */
export type Caller = {
  account: string;
  /** Who assigns in the management account does it with their own rights there: may they? Administrators may all. */
  may?: (action: string, resource: string) => boolean;
};

export type Operation = {
  parameters: string[];
  /** Reads the input; gives all the resources that a policy has to allow it on, and a way to run it. */
  prepare(center: IdentityCenter, input: JsonObject): { resources: string[]; run(caller: Caller): Answer };
};
export type Operations = Record<string, Operation>;

type Parts<Input> = {
  on(center: IdentityCenter, input: Input): string[];
  run(center: IdentityCenter, input: Input, caller: Caller): Answer;
};

export function operation<Shape extends z.ZodRawShape>(
  shape: Shape,
  { on, run }: Parts<z.output<z.ZodObject<Shape>>>,
): Operation {
  const schema = z.object(shape);
  return {
    parameters: Object.keys(shape),
    prepare(center, given) {
      const read = schema.safeParse(given);
      if (!read.success) throw invalid(wordsOf(read.error));
      return { resources: on(center, read.data), run: (caller) => run(center, read.data, caller) };
    },
  };
}

/** An operation of the identity store, whose id it is given. */
export function ofStore<Shape extends z.ZodRawShape>(shape: Shape, parts: Parts<z.output<z.ZodObject<Shape>>>) {
  const inner = operation(shape, parts);
  return {
    parameters: ['IdentityStoreId', ...inner.parameters],
    prepare(center, { IdentityStoreId, ...rest }) {
      if (typeof IdentityStoreId !== 'string') throw invalid('The request must contain the parameter IdentityStoreId.');
      // An ARN in the place of the id is refused without a word: terraform-provider-aws#37609.
      if (!/^(d-[0-9a-f]{10}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(IdentityStoreId)) throw invalid('');
      if (IdentityStoreId !== center.described.identityStoreId) throw notFound('IDENTITY_STORE', IdentityStoreId);
      return inner.prepare(center, rest);
    },
  } satisfies Operation;
}

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html: its pattern. */
const instanceArn = z.string().regex(/^arn:aws[a-z-]*:sso:::instance\/(sso)?ins-[a-zA-Z0-9-.]{16}$/);

/** An operation on the instance, whose ARN it is given: a policy sees the ARN of the request. */
export function ofInstance<Shape extends z.ZodRawShape>(shape: Shape, parts: Parts<z.output<z.ZodObject<Shape>>>) {
  const inner = operation(shape, parts);
  return {
    parameters: ['InstanceArn', ...inner.parameters],
    prepare(center, { InstanceArn, ...rest }) {
      const read = z.object({ InstanceArn: instanceArn }).safeParse({ InstanceArn });
      if (!read.success) throw invalid(wordsOf(read.error));
      const { resources, run } = inner.prepare(center, rest);
      return {
        resources: [read.data.InstanceArn, ...resources],
        run(caller) {
          if (read.data.InstanceArn !== center.described.instanceArn) throw noInstance(read.data.InstanceArn);
          return run(caller);
        },
      };
    },
  } satisfies Operation;
}

const noInstance = (arn: string) => {
  const error = invalid(`Instance ${arn} was not found.`);
  error.name = 'ResourceNotFoundException';
  return error;
};
