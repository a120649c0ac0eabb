import type { Connection } from './moto.ts';

/** A call of a service whose client is not installed; moto reads the account in the signature and checks nothing else of it. */
export async function call<Answer>(
  { endpoint, region, credentials }: Connection,
  service: string,
  target: string,
  input: object,
): Promise<Answer> {
  const scope = `${credentials.accessKeyId}/20260101/${region}/${service}/aws4_request`;
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': target,
    },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`${target}: ${await response.text()}`);
  return (await response.json()) as Answer;
}
