// The configuration, from the environment; every problem with it is reported at once.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Role } from '@throughline/contract';
import { z } from 'zod';
import { parseRoles, type SingleSignOnConfig } from './access/single-sign-on.ts';
import type { MediaConfig } from './blobs/blobs.ts';
import { limits } from './limits.ts';
import { type Network, parseNetwork } from './subscriptions/rules-networks.ts';

export interface Config {
  port: number;
  host: string;
  /** Absent: an embedded PostgreSQL under `home`. */
  databaseUrl: string | undefined;
  home: string;
  publicUrl: string;
  /** The file erasures are written down in, which a backup of the database is not part of. */
  erasureLedger: string;
  graph: { url: string; version: string; accessToken: string };
  /** The app secrets webhooks may be signed with: several while one is being replaced. */
  appSecrets: string[];
  verifyToken: string | undefined;
  /** Absent: a secret of this home's own. Set it where several nodes share a database. */
  secret: string | undefined;
  /** What stood there before, the newest first: see home-secret.ts. */
  previousSecrets: string[];
  /** Seals secrets and raw webhooks in the database: see encryption-keys.ts. */
  encryption: EncryptionConfig;
  media: MediaConfig;
  /** Private networks events may be delivered into. */
  networks: Network[];
  /** Absent: people sign in here alone. */
  singleSignOn: SingleSignOnConfig | undefined;
}

export interface EncryptionConfig {
  /** From the environment, the newest first; where there are none, those of `file` count. */
  keys: readonly Buffer[];
  /** A line each, the newest first. */
  file: string;
  /** Whether the file was named, so that it is somebody's to keep; otherwise it is this home's, and may be made. */
  named: boolean;
}

export class ConfigError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((one) => `  - ${one}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);
const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'must be an http or https address, such as https://graph.facebook.com',
});

const words = (text: string) => text.split(/[\s,]+/).filter((one) => one !== '');

const encryptionKey = /^[A-Za-z0-9+/_-]{43}=?$/;

/** 32 bytes in base64, apart from each other by commas, spaces or lines. Undefined where one is not. */
export function parseEncryptionKeys(text: string): Buffer[] | undefined {
  const found = words(text);
  return found.every((one) => encryptionKey.test(one)) ? found.map((one) => Buffer.from(one, 'base64')) : undefined;
}

const yesOrNo = z.enum(['yes', 'no'], 'must be yes or no');

const Environment = z.object({
  PORT: optional(
    z.coerce
      .number('must be a port number')
      .int()
      .min(0, 'must be 0 to 65535')
      .max(65535, 'must be 0 to 65535')
      .default(8080),
  ),
  HOST: optional(z.string().default('127.0.0.1')),
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/name' }).optional(),
  ),
  THROUGHLINE_HOME: optional(z.string().default('./.throughline')),
  ERASURE_LEDGER: optional(z.string().optional()),
  THROUGHLINE_SECRET: optional(z.string().min(32, 'needs 32 characters or more').optional()),
  THROUGHLINE_SECRET_PREVIOUS: optional(
    z
      .string()
      .default('')
      .transform((text) => listed(text))
      .refine((all) => all.every((one) => one.length >= 32), 'must be secrets of 32 characters or more, with commas'),
  ),
  ENCRYPTION_KEY: optional(
    z
      .string()
      .default('')
      .transform((text, context) => {
        const keys = parseEncryptionKeys(text);
        if (keys) return keys;
        context.addIssue({
          code: 'custom',
          message: 'must be 32 bytes in base64, as `openssl rand -base64 32` prints',
        });
        return z.NEVER;
      }),
  ),
  ENCRYPTION_KEY_FILE: optional(z.string().optional()),
  THROUGHLINE_PUBLIC_URL: optional(httpUrl.optional()),
  META_GRAPH_URL: optional(httpUrl.default('https://graph.facebook.com')),
  META_API_VERSION: optional(
    z
      .string()
      .regex(/^v\d+\.\d+$/, 'must look like v26.0')
      .default('v26.0'),
  ),
  META_APP_SECRET: optional(z.string().optional()),
  META_VERIFY_TOKEN: optional(z.string().optional()),
  META_ACCESS_TOKEN: optional(z.string().optional()),
  EVENTS_ALLOW_NETWORKS: optional(
    z
      .string()
      .default('')
      .transform((text, context) =>
        words(text).map((one) => {
          const network = parseNetwork(one);
          if (network) return network;
          context.addIssue({ code: 'custom', message: `must be networks such as 10.1.0.0/16, which ${one} is not` });
          return z.NEVER;
        }),
      ),
  ),
  OIDC_ISSUER: optional(httpUrl.optional()),
  OIDC_CLIENT_ID: optional(z.string().optional()),
  OIDC_CLIENT_SECRET: optional(z.string().optional()),
  OIDC_NAME: optional(z.string().max(40).default('single sign-on')),
  OIDC_SCOPES: optional(z.string().default('openid email profile')),
  OIDC_DOMAINS: optional(z.string().default('')),
  OIDC_TRUST_EMAIL: optional(yesOrNo.default('no')),
  OIDC_PROVISION: optional(yesOrNo.default('no')),
  OIDC_ROLE_CLAIM: optional(z.string().optional()),
  OIDC_ROLES: optional(
    z
      .string()
      .default('')
      .transform((text, context) => {
        const roles = parseRoles(text);
        if (typeof roles !== 'string') return roles;
        context.addIssue({ code: 'custom', message: roles });
        return z.NEVER;
      }),
  ),
  OIDC_DEFAULT_ROLE: optional(Role.optional()),
  MEDIA_QUOTA_BYTES: optional(
    z.coerce
      .number('must be a number of bytes')
      .int()
      .min(1024 * 1024, 'must be 1048576 (1 MB) or more')
      .default(limits.mediaQuotaBytes),
  ),
  MEDIA_RETENTION_DAYS: optional(
    z.coerce.number('must be a number of days').int().min(1, 'must be 1 or more').optional(),
  ),
  MEDIA_S3_ENDPOINT: optional(httpUrl.optional()),
  MEDIA_S3_BUCKET: optional(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be 3 to 63 lower-case letters, digits, dots and hyphens')
      .optional(),
  ),
  MEDIA_S3_REGION: optional(z.string().default('us-east-1')),
  MEDIA_S3_ACCESS_KEY: optional(z.string().optional()),
  MEDIA_S3_SECRET_KEY: optional(z.string().optional()),
  MEDIA_S3_PREFIX: optional(
    z
      .string()
      .regex(/^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*\/?$/, 'must be a path of letters, digits, dots, hyphens and _')
      .optional(),
  ),
});

/** Secrets that may stand in a file the variable NAME_FILE names, as orchestrators hand them over. */
const fromFiles = [
  'THROUGHLINE_SECRET',
  'THROUGHLINE_SECRET_PREVIOUS',
  'META_APP_SECRET',
  'META_VERIFY_TOKEN',
  'META_ACCESS_TOKEN',
  'OIDC_CLIENT_SECRET',
  'MEDIA_S3_SECRET_KEY',
] as const;

/** @throws ConfigError where a file cannot be read. */
function withFiles(env: Record<string, string | undefined>): Record<string, string | undefined> {
  const problems: string[] = [];
  const read = fromFiles.flatMap((name) => {
    const file = env[`${name}_FILE`];
    if (!file || env[name]) return [];
    try {
      return [[name, readFileSync(file, 'utf8').trim()]];
    } catch {
      problems.push(`${name}_FILE names a file that cannot be read`);
      return [];
    }
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return { ...env, ...Object.fromEntries(read) };
}

const s3Needs = ['MEDIA_S3_ENDPOINT', 'MEDIA_S3_BUCKET', 'MEDIA_S3_ACCESS_KEY', 'MEDIA_S3_SECRET_KEY'] as const;

/** @throws ConfigError naming every variable at fault and what would be right. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const env = withFiles(environment);
  const read = Environment.safeParse(env);
  const problems = [
    ...(read.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...halfAnS3(env),
    ...halfASignOn(env),
    ...(env.THROUGHLINE_SECRET_PREVIOUS && !env.THROUGHLINE_SECRET
      ? ['THROUGHLINE_SECRET is needed where THROUGHLINE_SECRET_PREVIOUS says what was before it']
      : []),
  ];
  if (!read.success || problems.length > 0) throw new ConfigError(problems);
  const values = read.data;
  const shownHost = values.HOST.includes(':') ? `[${values.HOST}]` : values.HOST;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    home: resolve(values.THROUGHLINE_HOME),
    erasureLedger: resolve(values.ERASURE_LEDGER ?? join(values.THROUGHLINE_HOME, 'erasures.jsonl')),
    publicUrl:
      values.THROUGHLINE_PUBLIC_URL ?? `http://${shownHost === '0.0.0.0' ? 'localhost' : shownHost}:${values.PORT}`,
    graph: {
      url: values.META_GRAPH_URL.replace(/\/$/, ''),
      version: values.META_API_VERSION,
      accessToken: values.META_ACCESS_TOKEN ?? '',
    },
    appSecrets: listed(values.META_APP_SECRET),
    networks: values.EVENTS_ALLOW_NETWORKS,
    verifyToken: values.META_VERIFY_TOKEN,
    secret: values.THROUGHLINE_SECRET,
    previousSecrets: values.THROUGHLINE_SECRET_PREVIOUS,
    encryption: {
      keys: values.ENCRYPTION_KEY,
      file: resolve(values.ENCRYPTION_KEY_FILE ?? join(values.THROUGHLINE_HOME, 'encryption-keys')),
      named: values.ENCRYPTION_KEY_FILE !== undefined,
    },
    media: {
      quotaBytes: values.MEDIA_QUOTA_BYTES,
      retentionDays: values.MEDIA_RETENTION_DAYS,
      s3: s3Of(values),
    },
    singleSignOn: signOnOf(values),
  };
}

/** With secrets that are kept sealed in the database, where the environment does not say them. */
export function withStored(
  config: Config,
  stored: Partial<Record<'META_ACCESS_TOKEN' | 'META_APP_SECRET' | 'META_VERIFY_TOKEN' | 'OIDC_CLIENT_SECRET', string>>,
): Config {
  const { graph, singleSignOn } = config;
  return {
    ...config,
    graph: { ...graph, accessToken: graph.accessToken || (stored.META_ACCESS_TOKEN ?? '') },
    appSecrets: config.appSecrets.length > 0 ? config.appSecrets : listed(stored.META_APP_SECRET),
    verifyToken: config.verifyToken ?? stored.META_VERIFY_TOKEN,
    singleSignOn: singleSignOn && {
      ...singleSignOn,
      clientSecret: singleSignOn.clientSecret ?? stored.OIDC_CLIENT_SECRET,
    },
  };
}

function listed(text = ''): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function halfASignOn(env: Record<string, string | undefined>): string[] {
  const others = Object.keys(env).filter((name) => name.startsWith('OIDC_') && env[name]);
  if (others.length === 0) return [];
  return [
    ...(['OIDC_ISSUER', 'OIDC_CLIENT_ID'] as const)
      .filter((name) => !env[name])
      .map((name) => `${name} is needed for single sign-on`),
    ...(env.OIDC_ROLES && !env.OIDC_ROLE_CLAIM ? ['OIDC_ROLE_CLAIM is needed where OIDC_ROLES maps its values'] : []),
  ];
}

function signOnOf(values: z.infer<typeof Environment>): SingleSignOnConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = values;
  if (!issuer || !clientId) return undefined;
  return {
    issuer,
    clientId,
    clientSecret: values.OIDC_CLIENT_SECRET,
    name: values.OIDC_NAME,
    scopes: words(values.OIDC_SCOPES),
    domains: words(values.OIDC_DOMAINS.toLowerCase()),
    trustEmail: values.OIDC_TRUST_EMAIL === 'yes',
    provision: values.OIDC_PROVISION === 'yes',
    roleClaim: values.OIDC_ROLE_CLAIM,
    roles: values.OIDC_ROLES,
    defaultRole: values.OIDC_DEFAULT_ROLE,
  };
}

/** Files go to S3 where all it needs is set, to the home where none is; half of it is a mistake. */
function halfAnS3(env: Record<string, string | undefined>): string[] {
  const missing = s3Needs.filter((name) => !env[name]);
  if (missing.length === 0 || missing.length === s3Needs.length) return [];
  return missing.map((name) => `${name} is needed where files go to S3`);
}

function s3Of(values: z.infer<typeof Environment>): MediaConfig['s3'] {
  const { MEDIA_S3_ENDPOINT: endpoint, MEDIA_S3_BUCKET: bucket } = values;
  if (!endpoint || !bucket) return undefined;
  const prefix = values.MEDIA_S3_PREFIX;
  return {
    endpoint: endpoint.replace(/\/+$/, ''),
    bucket,
    region: values.MEDIA_S3_REGION,
    accessKey: values.MEDIA_S3_ACCESS_KEY ?? '',
    secretKey: values.MEDIA_S3_SECRET_KEY ?? '',
    prefix: prefix ? prefix.replace(/\/?$/, '/') : '',
  };
}
