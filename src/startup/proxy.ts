/** The ways out of the network: the proxies for what is plain and what is encrypted, and who is asked without. */
export type Proxies = { http: string | undefined; https: string | undefined; noProxy: string };

type Environment = Record<string, string | undefined>;

const NAMES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'] as const;

/** The variables of proxies as the environment has them: written small they go first, as with curl. */
export const proxyVariables = (env: Environment): Environment =>
  Object.fromEntries(NAMES.map((name) => [name, env[name.toLowerCase()] ?? env[name]]));

export function readProxies(set: { [Name in (typeof NAMES)[number]]?: string | undefined }): Proxies {
  return { http: set.HTTP_PROXY, https: set.HTTPS_PROXY, noProxy: readNoProxy(set.NO_PROXY ?? '') };
}

/** No proxy leads to the machine that asks for it. */
const HERE = ['localhost', '127.0.0.1'];

/** Everybody's clients read it differently: a name stands for itself and for all below it, with or without a dot or `*.` before it. */
function readNoProxy(text: string): string {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  if (entries.includes('*')) return '*';
  const names = entries.map((entry) => entry.replace(/^\*?\./, ''));
  return [...names.flatMap((name) => [name, `.${name}`]), ...HERE].join(',');
}

/** The options of an HTTP client's agents. */
export function agentsFor({ http, https, noProxy }: Proxies) {
  const proxyEnv = { HTTP_PROXY: http, HTTPS_PROXY: https, NO_PROXY: noProxy };
  return http === undefined && https === undefined ? {} : { httpAgent: { proxyEnv }, httpsAgent: { proxyEnv } };
}
