import type { JsonObject, Plain } from '../aws/json.ts';
import type { Service } from '../aws/wire.ts';
import type { IdentityCenter } from './center.ts';
import type { Answer, Operations } from './operation.ts';
import { identitystore, ssoadmin } from './operations.ts';

/** Both APIs over the wire, by the names in signatures; whoever calls is an administrator of the management account. */
export function createCenterServices(center: IdentityCenter): { identitystore: Service; sso: Service } {
  const serve = (operations: Operations): Service => ({
    protocol: 'json-1.1',
    operations: Object.fromEntries(
      Object.entries(operations).map(([name, { prepare }]) => [
        `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        (input: unknown) => onWire(prepare(center, input as JsonObject).run({ account: center.owner })),
      ]),
    ),
  });
  return { identitystore: serve(identitystore), sso: serve(ssoadmin) };
}

/** Dates are seconds in AWS's JSON protocols. */
function onWire(answer: Answer): Plain {
  if (answer instanceof Date) return answer.getTime() / 1000;
  if (Array.isArray(answer)) return answer.map(onWire);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, onWire(value)]));
}
