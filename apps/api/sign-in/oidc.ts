/**
 * Signing in through an organisation's own provider: OpenID Connect, authorisation code with PKCE, state and nonce. An identity is
 * (issuer, subject); an e-mail address is what the provider says of it, never a proof of who it is.
 */
import * as client from 'openid-client';
import { defineRefusal, isRefusal, seal, unseal, type Refusal } from '#event-sourcing';
import { ConfigError } from '../settings/config.js';
import { isLoopbackHost } from '../settings/loopback.js';
import { derivedKey } from '../settings/master-key.js';
import { badReturnTo, safeReturnTo } from './return-to.js';

const SECOND = 1_000;
const LIFETIME_MS = 600 * SECOND;
const METADATA_MS = 3_600 * SECOND;
/** How far the provider's clock may be behind ours when it says when somebody signed in. */
const SKEW_MS = 30 * SECOND;
const TIMEOUT_S = 10;

export const notOurCallback = defineRefusal('sign-in-not-recognised', 'Sign-in was not recognised', 400);
export const signInExpired = defineRefusal('sign-in-expired', 'Sign-in took too long', 400);
export const providerRefused = defineRefusal('provider-refused', 'The provider refused the sign-in', 403);
export const notAuthenticatedAgain = defineRefusal('not-authenticated-again', 'The provider did not ask you to sign in again', 403);
export const providerUnavailable = defineRefusal('provider-unavailable', 'The provider is not available', 503);

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the provider sends people back to, as registered there. */
  redirectUri: string;
}

export interface SignInRequest {
  /** A path of ours. */
  returnTo: string;
  /** What the caller wants to do with the identity, such as `sign-in` or `link`; comes back from `finish`. */
  purpose?: string;
  /** Seconds: whoever signed in at the provider longer ago must do so again. */
  maxAge?: number;
}

export interface ProvenIdentity {
  issuer: string;
  subject: string;
  email?: string;
  emailVerified?: boolean;
  /** RFC 3339: when they last signed in at the provider, where it says so. */
  authTime?: string;
  returnTo: string;
  purpose: string;
}

/** What the browser keeps, sealed, until it comes back. */
interface Pending {
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
  purpose: string;
  startedAt: number;
  maxAge?: number;
}

export class OpenIdConnect {
  private readonly issuer: URL;
  private readonly redirectUri: URL;
  private readonly key: Buffer;
  private readonly now: () => number;
  private discovered: { configuration: Promise<client.Configuration>; until: number } | undefined;

  /**
   * Asks the provider nothing yet.
   *
   * @param options `now` in milliseconds since 1970; `trouble` hears a code such as `invalid_client` for each sign-in that failed
   * @throws ConfigError for an address that is none, or neither encrypted nor of this machine
   */
  constructor(
    private readonly settings: OidcSettings,
    masterKey: Buffer,
    private readonly options: { now?(): number; trouble?(reason: string): void } = {},
  ) {
    this.issuer = secureAddress(settings.issuer, 'The issuer of OpenID Connect');
    this.redirectUri = secureAddress(settings.redirectUri, 'The redirect URI of OpenID Connect');
    this.key = derivedKey(masterKey, 'openid-connect');
    this.now = options.now ?? Date.now;
  }

  /**
   * @returns `url` to send the browser to, and `secret` for it to keep, where scripts cannot read it, until it comes back: it works for ten
   * minutes. Where the provider cannot be reached: a refusal (503).
   */
  async start({ returnTo, purpose = 'sign-in', maxAge }: SignInRequest): Promise<{ url: string; secret: string } | Refusal> {
    const path = safeReturnTo(returnTo);
    if (path === undefined) return badReturnTo('Give the address to return to as a path of this site, such as /#/meetings.');
    const configuration = await this.configuration();
    if (isRefusal(configuration)) return configuration;
    const pending: Pending = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      returnTo: path,
      purpose,
      startedAt: this.now(),
      ...(maxAge !== undefined && { maxAge }),
    };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri.href,
      scope: 'openid email',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
      ...(maxAge !== undefined && { max_age: String(maxAge) }),
    });
    return { url: url.href, secret: seal(this.key, JSON.stringify(pending), this.context()) };
  }

  /**
   * @param callbackUrl as the browser came back with it; only its query counts
   * @param secret what `start` gave that browser. It is used up: the caller removes it whatever the answer.
   */
  async finish(callbackUrl: string, secret: string | undefined): Promise<ProvenIdentity | Refusal> {
    const pending = this.opened(secret);
    if (!pending || !URL.canParse(callbackUrl, this.redirectUri.href)) return notOurCallback('This sign-in did not begin in this browser. Please sign in again.');
    if (this.now() >= pending.startedAt + LIFETIME_MS) return signInExpired('More than ten minutes have passed. Please sign in again.');
    const configuration = await this.configuration();
    if (isRefusal(configuration)) return configuration;
    try {
      const claims = await this.claimsOf(configuration, callbackUrl, pending);
      return (pending.maxAge !== undefined && this.tooLongAgo(claims.auth_time, pending.startedAt - pending.maxAge * SECOND)) || identityOf(claims, pending);
    } catch (error) {
      this.options.trouble?.(reasonOf(error));
      return refusalOf(error);
    }
  }

  private async claimsOf(configuration: client.Configuration, callbackUrl: string, { state, nonce, verifier }: Pending): Promise<client.IDToken> {
    const url = new URL(this.redirectUri);
    url.search = new URL(callbackUrl, this.redirectUri).search;
    const tokens = await client.authorizationCodeGrant(configuration, url, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
    const claims = tokens.claims() as client.IDToken;
    if (claims['email'] !== undefined || !configuration.serverMetadata().userinfo_endpoint) return claims;
    const { email, email_verified } = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return { ...claims, ...(email !== undefined && { email }), ...(email_verified !== undefined && { email_verified }) };
  }

  /** Counted from the start, so that nobody is refused for reading the provider's pages slowly. */
  private tooLongAgo(authTime: number | undefined, earliest: number): Refusal | false {
    if (authTime === undefined) return notAuthenticatedAgain('Your provider did not say when you last signed in there, which is needed here. Please ask your administrator.');
    return authTime * SECOND < earliest - SKEW_MS && notAuthenticatedAgain('Please sign in at your provider again: your last sign-in there was too long ago.');
  }

  private opened(secret: string | undefined): Pending | undefined {
    try {
      return secret ? (JSON.parse(unseal(this.key, secret, this.context()).toString()) as Pending) : undefined;
    } catch {
      return undefined;
    }
  }

  /** A secret made under other settings proves nothing under these. */
  private context(): string {
    return JSON.stringify([this.settings.issuer, this.settings.clientId, this.settings.redirectUri]);
  }

  /** The provider's metadata, asked for when first needed and again every hour; a failure is not kept. */
  private async configuration(): Promise<client.Configuration | Refusal> {
    if (!this.discovered || this.now() >= this.discovered.until) {
      const { clientId, clientSecret } = this.settings;
      const options = { timeout: TIMEOUT_S, ...(this.issuer.protocol === 'http:' && { execute: [client.allowInsecureRequests] }) };
      this.discovered = { configuration: client.discovery(this.issuer, clientId, undefined, authentication(clientSecret), options), until: this.now() + METADATA_MS };
    }
    const mine = this.discovered;
    try {
      return await mine.configuration;
    } catch (error) {
      if (this.discovered === mine) this.discovered = undefined;
      this.options.trouble?.(reasonOf(error));
      return isOutOfReach(error) ? unavailable() : misconfigured();
    }
  }
}

/** The standard's default (Basic), unless the provider only takes the secret in the body. */
function authentication(clientSecret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(clientSecret), client.ClientSecretPost(clientSecret)];
  return (server, ...rest) => ((server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']).includes('client_secret_basic') ? basic : post)(server, ...rest);
}

function identityOf(claims: client.IDToken, { returnTo, purpose }: Pending): ProvenIdentity {
  const { email, email_verified: verified } = claims;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    ...(typeof email === 'string' && { email, emailVerified: verified === true }),
    ...(claims.auth_time !== undefined && { authTime: new Date(claims.auth_time * SECOND).toISOString() }),
    returnTo,
    purpose,
  };
}

/** In words for the one who signs in; nothing that was sent is repeated. */
function refusalOf(error: unknown): Refusal {
  if (isOutOfReach(error)) return unavailable();
  if (error instanceof client.AuthorizationResponseError) {
    return providerRefused(error.error === 'access_denied' ? 'The sign-in was cancelled, or your provider does not let you in here. Try again, or ask your administrator.' : 'Your provider refused the sign-in. Please ask your administrator.');
  }
  if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') return notOurCallback('This sign-in was used already, or took too long. Please sign in again.');
  if (error instanceof client.ResponseBodyError || error instanceof client.WWWAuthenticateChallengeError) return misconfigured();
  return notOurCallback('The answer of your provider does not belong to this sign-in. Please sign in again.');
}

/** Codes of openid-client for answers that are none, such as the page of a proxy. */
const NO_ANSWERS = ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'];

function isOutOfReach(error: unknown): boolean {
  if (error instanceof client.AuthorizationResponseError) return ['temporarily_unavailable', 'server_error'].includes(error.error);
  if (error instanceof client.ResponseBodyError || error instanceof client.WWWAuthenticateChallengeError) return error.status >= 500;
  const { code, name, cause } = error as { code?: string; name?: string; cause?: { name?: string } };
  // `fetch` throws a TypeError where there is no connection.
  return NO_ANSWERS.includes(code ?? '') || name === 'TypeError' || cause?.name === 'TypeError';
}

/** For a log: a code alone, since what the provider says may name somebody. */
function reasonOf(error: unknown): string {
  const { error: said, code, name } = error as { error?: unknown; code?: unknown; name?: unknown };
  return [said, code, name].find((text): text is string => typeof text === 'string' && /^\w{1,60}$/.test(text)) ?? 'Error';
}

const unavailable = () => providerUnavailable('Your provider cannot be reached at the moment. Please try again in a minute.');

const misconfigured = () => providerUnavailable('Your provider does not accept this service. Please tell your administrator: issuer, client id, secret or redirect URI are not those registered there.');

function secureAddress(text: string, what: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname));
  if (!url || !secure || url.search || url.hash || url.username || url.password) throw new ConfigError(`${what} must be an address that begins with https://, without a query; http:// is for this machine alone.`);
  return url;
}
