import { z } from 'zod';
import type { JsonObject } from '../json.ts';
import { serviceError } from '../task-error.ts';
import type { IamAccount, User } from './account.ts';

/** One call of the IAM API, in one account. */
export type IamAction = {
  /** The names of its parameters, so that a definition with any other is refused when it is loaded, as AWS does. */
  parameters: string[];
  run(account: IamAccount, parameters: JsonObject): JsonObject;
};

export function action<Shape extends z.ZodRawShape>(
  shape: Shape,
  run: (account: IamAccount, input: z.output<z.ZodObject<Shape>>) => JsonObject,
): IamAction {
  const schema = z.object(shape);
  return {
    parameters: Object.keys(shape),
    run(account, parameters) {
      const input = schema.safeParse(parameters);
      if (!input.success) throw validationError(wordsOf(input.error));
      return run(account, input.data);
    },
  };
}

/** As AWS's front door words it: the field in camel case, then the constraint. */
export function wordsOf({ issues }: z.ZodError): string {
  const words = issues.map(({ path, message }) => {
    const field = path.join('.');
    const name = field.charAt(0).toLowerCase() + field.slice(1);
    return `Value at '${name}' failed to satisfy constraint: ${message}`;
  });
  return `${issues.length} validation error${issues.length > 1 ? 's' : ''} detected: ${words.join('; ')}`;
}

// AWS's texts and status codes: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html; the names as
// Step Functions gives them: modelled errors end in Exception, all others are the service's own.
export const iamError = (name: string, status: number, text: string) => serviceError('Iam', name, status, text);
export const validationError = (text: string) => iamError('IamException', 400, text);
export const noSuchEntity = (text: string) => iamError('NoSuchEntityException', 404, text);

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html */
export const userName = z
  .string()
  .min(1)
  .max(64)
  .regex(
    /^[\w+=,.@-]+$/,
    'The specified value for userName is invalid. It must contain only +=,.@_- and alphanumerics',
  );

export function userOf({ users }: IamAccount, name: string): User {
  const user = users.get(name.toLowerCase());
  if (!user) throw noSuchEntity(`The user with name ${name} cannot be found.`);
  return user;
}

/** Dates as IAM gives them: whole seconds. */
export const timestamp = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');
