import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as apps from 'kubernetes-models/apps/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import * as core from 'kubernetes-models/v1';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPolicyFile, warningsOf } from '../../src/policy/read.ts';
import { readConfig } from '../../src/startup/config.ts';
import { readImage } from '../container/dockerfile.ts';
import { home, homeWith, resourceOf } from '../manifests/stacks.ts';

type Document = { apiVersion: string; kind: string; metadata: { name: string } };
type Model = new (document: never) => { validate(): void };

const folder = new URL('../../manifests/kubernetes/', import.meta.url);
const read = <T>(name: string) => parse(readFileSync(new URL(name, folder), 'utf8')) as T;
const yamls = [...readdirSync(folder), ...readdirSync(new URL('http/', folder)).map((name) => `http/${name}`)].filter(
  (name) => name.endsWith('.yaml'),
);
const notOfKubernetes = ['kustomization.yaml', 'http/kustomization.yaml', 'onboarding.yaml', 'http/deployment.yaml'];
const documents = yamls.filter((name) => !notOfKubernetes.includes(name));

const models: Record<string, Record<string, unknown>> = {
  v1: core,
  'apps/v1': apps,
  'policy/v1': policy,
  'networking.k8s.io/v1': networking,
};

/** What the API server would say about the fields of a document. */
function validate(document: Document): void {
  const Kind = models[document.apiVersion]?.[document.kind] as Model;
  new Kind(document as never).validate();
}

type Kustomization = {
  namespace: string;
  resources: string[];
  patches: { path: string }[];
  configMapGenerator: { name: string; envs?: string[]; files?: string[] }[];
};
const kustomization = read<Kustomization>('kustomization.yaml');
const overHttp = read<Kustomization>('http/kustomization.yaml');
const { spec: deployment } = read<apps.IDeployment>('deployment.yaml');
const { spec: httpPatch } = read<apps.IDeployment>('http/deployment.yaml');
const serviceAccount = read<core.IServiceAccount>('service-account.yaml');
const pod = deployment?.template.spec;
const container = pod?.containers[0];
const environment = new Map(container?.env?.map(({ name, value }) => [name, value ?? '']));
const settings = Object.fromEntries(
  readFileSync(new URL('settings.env', folder), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('=', 2)),
) as Record<string, string>;
const image = readImage();

test.each(documents)('%s is what Kubernetes takes', (name) => {
  expect(() => validate(read(name))).not.toThrow();
});

test('a field that Kubernetes does not know, or of the wrong type, would be noticed', () => {
  const document = read<{ spec: { template: { spec: object } } } & Document>('deployment.yaml');
  Object.assign(document.spec.template.spec, { terminationGracePeriodSeconds: 'soon' });
  expect(() => validate(document)).toThrow('terminationGracePeriodSeconds');
});

test('kustomize is told of every document', () => {
  expect(kustomization.resources.toSorted()).toEqual(documents.filter((name) => !name.includes('/')).toSorted());
  expect([...overHttp.resources, ...overHttp.patches.map(({ path }) => path)].toSorted()).toEqual(
    ['deployment.yaml', 'network-policy.yaml', 'service.yaml'].toSorted(),
  );
});

test('settings and policy come from maps whose name changes with them, so that a change is a rollout', () => {
  const generated = kustomization.configMapGenerator.map(({ name }) => name);
  expect(container?.envFrom?.map(({ configMapRef }) => configMapRef?.name)).toEqual(['boarding-pass-settings']);
  expect(pod?.volumes?.flatMap(({ configMap }) => configMap?.name ?? [])).toEqual(['boarding-pass-policy']);
  expect(generated).toEqual(['boarding-pass-settings', 'boarding-pass-policy']);
});

test('the Region is that of the stack, whatever the cluster sets: a variable with a name of its own goes before', () => {
  const region = container?.env?.find(({ name }) => name === 'AWS_REGION');
  expect(region?.valueFrom?.configMapKeyRef).toEqual({ name: 'boarding-pass-settings', key: 'AWS_REGION' });
});

test('the settings are the outputs of the stack, by the names that the bot knows', () => {
  const names = Object.values(home.outputs).map(({ Description }) => Description);
  expect(Object.keys(settings).toSorted()).toEqual(names.toSorted());
});

/** What the bot reads from an environment whose secrets are files that somebody has mounted. */
function configOf(env: core.IEnvVar[]) {
  const secrets = mkdtempSync(join(tmpdir(), 'boarding-pass-secrets-'));
  const mounted = { 'bot-token': 'xoxb-1\n', 'app-token': 'xapp-1\n', 'signing-secret': 'a-signing-secret\n' };
  for (const [name, value] of Object.entries(mounted)) writeFileSync(join(secrets, name), value);
  const here = env.map(({ name, value, valueFrom }) => [
    name,
    (value ?? settings[valueFrom?.configMapKeyRef?.key ?? ''] ?? '').replace('/run/secrets/slack', secrets),
  ]);
  try {
    return readConfig({ ...settings, ...Object.fromEntries(here) });
  } finally {
    rmSync(secrets, { recursive: true });
  }
}

test('the bot takes the environment: settings, port and the secrets from their files', () => {
  const { slack, healthPort } = configOf(container?.env ?? []);
  expect(slack).toMatchObject({ botToken: 'xoxb-1', reachedOver: { appToken: 'xapp-1' } });
  expect(healthPort).toBe(container?.ports?.[0]?.containerPort);
});

test('over HTTP the token of Socket Mode goes and the signing secret comes, on the port that the service names', () => {
  const [patched] = httpPatch?.template.spec?.containers ?? [];
  const changes = patched?.env as { name: string; value?: string; $patch?: string }[];
  const kept = (container?.env ?? []).filter(({ name }) => !changes.some((change) => change.name === name));
  const { slack } = configOf([...kept, ...changes.filter(({ $patch }) => $patch === undefined)]);
  expect(slack.reachedOver).toEqual({
    signingSecret: 'a-signing-secret',
    port: patched?.ports?.[0]?.containerPort,
  });
  expect(changes.filter(({ $patch }) => $patch === 'delete').map(({ name }) => name)).toEqual(['SLACK_APP_TOKEN_FILE']);
  const service = read<core.IService>('http/service.yaml');
  expect(service.spec?.ports?.[0]?.targetPort).toBe(patched?.ports?.[0]?.name);
});

test('every secret is a file of the mounted secret', () => {
  const mounts = container?.volumeMounts ?? [];
  const { mountPath } = mounts.find(({ name }) => name === 'slack') ?? {};
  for (const [name, path] of environment)
    if (name.endsWith('_FILE')) expect(path.startsWith(`${mountPath}/`)).toBe(true);
  expect(mounts.every(({ readOnly }) => readOnly)).toBe(true);
});

test('the policy is mounted where the image looks for it, and the one shipped is a valid example', () => {
  const { mountPath } = container?.volumeMounts?.find(({ name }) => name === 'policy') ?? {};
  const [file] = kustomization.configMapGenerator.find(({ name }) => name === 'boarding-pass-policy')?.files ?? [];
  expect(`${mountPath}/${file}`).toBe(image.environment.POLICY_FILE);
  const policy = readPolicyFile(new URL(file ?? '', folder).pathname);
  expect(policy.profiles).toHaveLength(1);
  expect(warningsOf(policy)).toEqual([]);
});

test('it runs as the image’s user, who is not root, and can neither write nor gain anything', () => {
  expect(pod?.securityContext).toMatchObject({
    runAsNonRoot: true,
    runAsUser: image.user,
    runAsGroup: image.group,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(container?.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  expect(pod?.automountServiceAccountToken).toBe(false);
});

test('the service account is the one that the role of the bot trusts', () => {
  const { name, annotations } = serviceAccount.metadata ?? {};
  const OidcSubject = `system:serviceaccount:${kustomization.namespace}:${name}`;
  const OidcProviderArn = 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC';
  const stack = homeWith({ OidcProviderArn, OidcSubject }, { account: '111122223333' });
  const role = resourceOf(stack, 'BotRole');
  expect(annotations?.['eks.amazonaws.com/role-arn']).toBe(role.arn);
  expect(String(role.properties.AssumeRolePolicyDocument)).toContain(`:sub": "${OidcSubject}"`);
  expect(pod?.serviceAccountName).toBe(name);
  expect(readFileSync(new URL('service-account.yaml', folder), 'utf8')).toContain(`OidcSubject=${OidcSubject}`);
});

test('never more processes than Slack has connections for, and never none', () => {
  const { maxSurge, maxUnavailable } = deployment?.strategy?.rollingUpdate ?? {};
  const replicas = deployment?.replicas ?? 1;
  expect(replicas).toBeGreaterThan(1);
  // All of the old ones may still be leaving when all of the new ones are there.
  expect(2 * (2 * replicas + Number(maxSurge))).toBeLessThanOrEqual(10);
  expect(maxUnavailable).toBe(0);
  const budget = read<policy.IPodDisruptionBudget>('disruption-budget.yaml');
  expect(Number(budget.spec?.maxUnavailable)).toBeLessThan(replicas);
});

test('whatever selects the pods selects these', () => {
  const labels = deployment?.template.metadata?.labels;
  const budget = read<policy.IPodDisruptionBudget>('disruption-budget.yaml');
  const selectors = [
    deployment?.selector.matchLabels,
    budget.spec?.selector?.matchLabels,
    ...(pod?.topologySpreadConstraints ?? []).map(({ labelSelector }) => labelSelector?.matchLabels),
    ...['network-policy.yaml', 'http/network-policy.yaml'].map(
      (name) => read<networking.INetworkPolicy>(name).spec?.podSelector?.matchLabels,
    ),
    read<core.IService>('http/service.yaml').spec?.selector,
  ];
  expect(selectors).toEqual(selectors.map(() => labels));
});

test('at the port of health monitoring alone is let in: the probes of the node always pass', () => {
  const port = container?.ports?.find(({ name }) => name === 'health')?.containerPort;
  const probes = [container?.startupProbe, container?.livenessProbe, container?.readinessProbe];
  expect(probes.map((probe) => [probe?.httpGet?.port, probe?.httpGet?.path])).toEqual([
    ['health', '/healthz'],
    ['health', '/healthz'],
    ['health', '/readyz'],
  ]);
  const network = read<networking.INetworkPolicy>('network-policy.yaml');
  const monitoring = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } };
  expect(network.spec?.ingress).toEqual([{ from: [monitoring], ports: [{ port }] }]);
  expect(deployment?.template.metadata?.annotations?.['prometheus.io/port']).toBe(String(port));
  expect(image.ports).toContain(port);
});
