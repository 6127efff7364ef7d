/** Everything signing in is made of, over a running engine; only a process that serves needs it. */
import { join } from 'node:path';
import type { RecordedEvent } from '#event-sourcing';
import { FileMail } from '../mail/file-mail.js';
import type { Delivery, MailTransport } from '../mail/mail.js';
import { Outbox } from '../mail/outbox.js';
import { SmtpTransport } from '../mail/smtp.js';
import { ConfigError, type Config } from '../settings/config.js';
import { Reactions } from '../platform/reactions.js';
import type { ReloconRuntime } from '../platform/runtime.js';
import { usesFolder } from '../stores.js';
import { Attempts } from '../credentials/attempts.js';
import { Identities } from './identities.js';
import { Links } from './links.js';
import { composeWith, mailsAbout, MAILED } from './mails.js';
import { OpenIdConnect, type OidcSettings } from './oidc.js';
import { Passwords } from './passwords.js';
import { Preferences } from './preferences.js';
import { SecondFactors } from './second-factor.js';
import { SignIn } from './sign-in.js';

export interface SignInServices {
  signIn: SignIn;
  passwords: Passwords;
  secondFactors: SecondFactors;
  attempts: Attempts;
  links: Links;
  identities: Identities;
  preferences: Preferences;
  /** Where an organisation has a provider of its own. */
  provider(): OpenIdConnect | undefined;
  /** Where browsers reach the installation. */
  origin(): string;
  sessionLifeMs: number;
  outbox: Outbox;
  /** Null: others send the mail, and this process is not told how. */
  delivery: Delivery | null;
  stop(): Promise<void>;
}

/** A running engine that people can sign in to. */
export type ReloconService = ReloconRuntime & { people: SignInServices };

/** What a service shows in the terminal of each mail it wrote into a folder. */
export type TellMail = (mail: { to: string; subject: string; text: string }, file: string) => void;

/** @param origin where browsers reach the installation. @throws ConfigError for settings that are wrong. */
export async function openSignIn(runtime: ReloconRuntime, config: Config, origin: () => string, { tellMail }: { tellMail?: TellMail } = {}): Promise<SignInServices> {
  const { vault, masterKey, logger, sessions } = runtime;
  const settings = providerSettings(config);
  let provider: OpenIdConnect | undefined;
  const passwords = new Passwords(vault, masterKey);
  const secondFactors = new SecondFactors(vault, masterKey);
  const attempts = new Attempts(vault, masterKey);
  const links = new Links(vault, masterKey);
  const outbox = new Outbox({
    vault,
    masterKey,
    compose: composeWith({ runtime, links, site: { name: 'Relocon', get origin() { return origin(); } } }),
    transport: transportOf(config, tellMail),
    tell: ({ outcome, ...notice }) => (outcome === 'failed' || outcome === 'given-up' ? logger.warn(notice, `a mail was not sent: ${outcome}`) : logger.debug(notice, `a mail was ${outcome}`)),
    trouble: (error) => logger.error({ err: error }, 'the outbox cannot be read; it is tried again'),
  });
  const reactions = new Reactions(runtime, [
    { name: 'when-an-account-changed-then-mail', types: MAILED, react: async (event) => void (await Promise.all(mailsAbout(event).map((entry) => outbox.add(entry)))) },
    ...runtime.features.flatMap((feature) => feature.reactions.map(({ name, types, react }) => ({ name, types, react: (event: RecordedEvent) => react(event, runtime.runner) }))),
  ]);
  if (config.ROLE !== 'web') {
    await reactions.start();
    outbox.start();
  }
  return {
    signIn: new SignIn({ runtime, passwords, sessions, attempts, secondFactors, secondFactorFor: config.RELOCON_SECOND_FACTOR }),
    passwords,
    secondFactors,
    attempts,
    links,
    identities: new Identities(vault, masterKey),
    preferences: new Preferences(vault, runtime.keyRing),
    // Made when it is first asked for: the port may not be known before.
    provider: () => (provider ??= settings && new OpenIdConnect({ ...settings, redirectUri: `${origin()}/api/v1/provider/callback` }, masterKey, { trouble: (reason) => logger.warn({ reason }, 'a sign-in through the provider failed') })),
    origin,
    sessionLifeMs: config.RELOCON_SESSION_DAYS * 86_400_000,
    outbox,
    delivery: config.ROLE === 'web' && config.RELOCON_MAIL === undefined ? null : deliveryOf(config),
    async stop() {
      await reactions.stop();
      await outbox.stop();
    },
  };
}

function deliveryOf(config: Config): Delivery {
  const { RELOCON_MAIL: url } = config;
  if (url !== undefined && /^smtps?:/.test(url)) return 'server';
  return url !== undefined || usesFolder(config) ? 'folder' : 'none';
}

/** A mail server, or a folder; where neither can be, mail waits in the vault until there is one. */
function transportOf(config: Config, tellMail: TellMail | undefined): MailTransport {
  const { RELOCON_MAIL: url, RELOCON_MAIL_FROM: from, RELOCON_DATA: data } = config;
  switch (deliveryOf(config)) {
    case 'server':
      return new SmtpTransport({ url: url as string, from });
    case 'folder':
      return new FileMail({ folder: url ?? join(data, 'mail'), from, ...(tellMail && { written: tellMail }) });
    case 'none':
      return { send: () => Promise.reject(Object.assign(new ConfigError('RELOCON_MAIL: no mail server is named.'), { code: 'ENOSERVER' })) };
  }
}

/** @throws ConfigError where a part of it is missing. */
function providerSettings({ RELOCON_OIDC_ISSUER: issuer, RELOCON_OIDC_CLIENT_ID: clientId, RELOCON_OIDC_CLIENT_SECRET: clientSecret }: Config): Omit<OidcSettings, 'redirectUri'> | undefined {
  if (issuer === undefined) return undefined;
  if (clientId === undefined || clientSecret === undefined) throw new ConfigError('RELOCON_OIDC_ISSUER: needs RELOCON_OIDC_CLIENT_ID and RELOCON_OIDC_CLIENT_SECRET as well.');
  return { issuer, clientId, clientSecret };
}
