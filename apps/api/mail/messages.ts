/** The texts of all mail: plain text, in English. A link carries its token in the fragment, which no server and no log gets to see. */
import type { Mail } from './mail.js';

/** Whose mail it is. */
export interface Site {
  /** What people know it by: "Relocon", "Missoula Circles". */
  name: string;
  /** https://circles.example.org */
  origin: string;
}

/** Subject and text; the recipient is known to whoever sends it. */
export type Message = Omit<Mail, 'to'>;

interface Link {
  token: string;
  /** RFC 3339; the link does nothing from then on. */
  expiresAt: string;
}

/** To somebody who is to have an account. */
export function invitation(site: Site, { token, expiresAt, invitedBy }: Link & { invitedBy?: string }): Message {
  const host = shownName(invitedBy);
  return message(site, `Your invitation to ${site.name}`, [
    `${host ? `“${host}” has` : 'An administrator has'} invited you to ${site.name}. To accept, open this link and choose how you will sign in:`,
    link(site, 'invitation', token),
    `The invitation expires on ${shown(expiresAt)}. It works once.`,
    'If you did not expect it, ignore this message: without you no account is opened.',
  ]);
}

/** To the account whose password is to be replaced. */
export function passwordReset(site: Site, { token, expiresAt }: Link): Message {
  return message(site, `Choose a new password for ${site.name}`, [
    `Somebody, probably you, asked for a new password for your account at ${site.name}. To choose one, open this link:`,
    link(site, 'password-reset', token),
    `The link expires on ${shown(expiresAt)}. It works once.`,
    'If you did not ask for it, ignore this message: your password stays as it is.',
  ]);
}

/** After a password was replaced. */
export function passwordChanged(site: Site, { changedAt }: { changedAt: string }): Message {
  return message(site, `Your password for ${site.name} was changed`, [
    `The password of your account at ${site.name} was changed on ${shown(changedAt)}. All other sessions were signed out.`,
    'If it was you, there is nothing to do. This message does not expire.',
    `If it was not you, ask for a new password at once, and tell your administrator:`,
    page(site, 'forgotten-password'),
  ]);
}

/** To the old address, before another takes its place. */
export function addressToBeChanged(site: Site, { token, expiresAt, takesEffectAt }: Link & { takesEffectAt: string }): Message {
  return message(site, `Your address at ${site.name} is to be changed`, [
    `Somebody, probably you, asked ${site.name} to use another e-mail address for your account from now on, instead of this one.`,
    'If it was you, open this link to let it take effect at once:',
    link(site, 'address-change/consent', token),
    'If you did not ask for it, open this link to stop it, then change your password and tell your administrator:',
    link(site, 'address-change/stop', token),
    `If you do neither, the change takes effect on ${shown(takesEffectAt)}. Both links expire on ${shown(expiresAt)}.`,
  ]);
}

/** To the new address: does it belong to the one who asked? */
export function confirmAddress(site: Site, { token, expiresAt }: Link): Message {
  return message(site, `Confirm this address for ${site.name}`, [
    `Somebody, probably you, wants to use this e-mail address for an account at ${site.name}. To confirm that it is yours, open this link:`,
    link(site, 'address-change/confirm', token),
    `The link expires on ${shown(expiresAt)}. It works once.`,
    'If you did not ask for it, ignore this message: your address will not be used.',
  ]);
}

/** After the second factor of an account was taken away, by its owner or by an administrator. */
export function secondFactorRemoved(site: Site, { removedAt, byAdministrator }: { removedAt: string; byAdministrator: boolean }): Message {
  return message(site, `Your second factor for ${site.name} was removed`, [
    `The second factor (the code from your app) of your account at ${site.name} was removed on ${shown(removedAt)}${byAdministrator ? ' by an administrator' : ''}. To sign in, your password is enough until you set up another.`,
    'If you know of it, set up a new one when you next sign in. This message does not expire.',
    'If you do not know of it, change your password at once, and tell your administrator:',
    page(site, 'forgotten-password'),
  ]);
}

/** After an account was linked with a sign-in at an organisation's provider. */
export function providerLinked(site: Site, { linkedAt, issuer }: { linkedAt: string; issuer: string }): Message {
  return message(site, `You can now sign in through your provider at ${site.name}`, [
    `Your account at ${site.name} was linked with a sign-in at ${new URL(issuer).host} on ${shown(linkedAt)}. Whoever signs in there can sign in to your account with it.`,
    'If it was you, there is nothing to do. This message does not expire.',
    'If it was not you, unlink it under your account, choose a new password, and tell your administrator:',
    page(site, 'forgotten-password'),
  ]);
}

/** A new link for somebody who has an account but cannot sign in yet, or not any more. */
export function setUpLink(site: Site, { token, expiresAt }: Link): Message {
  return message(site, `Your new sign-in link for ${site.name}`, [
    `An administrator has made you a new link to set up how you sign in to ${site.name}. Open it, and choose a password:`,
    link(site, 'set-up', token),
    `The link expires on ${shown(expiresAt)}. It works once; earlier links do not work any more.`,
    'If you did not ask for it, do not open it, and tell your administrator.',
  ]);
}

function message(site: Site, subject: string, paragraphs: readonly string[]): Message {
  const signature = `${site.name}, ${new URL(site.origin).origin}\nThis message was sent by a program; answers to it are not read.`;
  return { subject, text: `Hello,\n\n${paragraphs.join('\n\n')}\n\n-- \n${signature}\n` };
}

const link = (site: Site, route: string, token: string) => `${page(site, route)}?token=${encodeURIComponent(token)}`;

const page = (site: Site, route: string) => `${new URL(site.origin).origin}/#/${route}`;

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

const shown = (instant: string) => `${WHEN.format(new Date(instant))} (UTC)`;

const LONGEST_NAME = 80;
/** Mail programs make links of these by themselves. */
const LIKE_AN_ADDRESS = /[/\\@:]|\p{L}\.\p{L}{2,}/u;

/** A person's name as a stranger may read it: one line that cannot pass for a text of ours, or nothing where it would become a link. */
function shownName(name: string | undefined): string | undefined {
  const line = name?.replace(/[\s\p{C}“”]+/gu, ' ').trim();
  return line && line.length <= LONGEST_NAME && !LIKE_AN_ADDRESS.test(line) ? line : undefined;
}
