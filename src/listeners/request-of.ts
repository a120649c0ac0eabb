type Payload = {
  actions?: { value?: unknown }[];
  view?: { id?: string; callback_id?: string; private_metadata?: string };
};

/** The request that something in Slack is about, for the log; `undefined` where it does not say. It decides nothing. */
export function requestOf(body: object): string | undefined {
  const { actions, view } = body as Payload;
  const kept = actions?.[0]?.value ?? view?.private_metadata;
  if (typeof kept === 'string' && kept.startsWith('{')) {
    const { execution, request } = JSON.parse(kept) as { execution?: string; request?: string };
    return execution ?? request;
  }
  return view?.callback_id === 'request' ? view.id : undefined;
}
