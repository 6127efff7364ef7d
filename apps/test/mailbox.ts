/** Mail that a service wrote instead of sending it. */

export interface WrittenMail {
  to: string;
  subject: string;
  text: string;
}

export class Mailbox {
  readonly all: WrittenMail[] = [];
  private waiting: { fits(mail: WrittenMail): boolean; done(mail: WrittenMail): void }[] = [];

  take(mail: WrittenMail): void {
    const waiter = this.waiting.find(({ fits }) => fits(mail));
    if (!waiter) return void this.all.push(mail);
    this.waiting = this.waiting.filter((other) => other !== waiter);
    waiter.done(mail);
  }

  /** The next mail to somebody whose subject fits, taken out of the box; waits until it is there. */
  next(to: string, subject: RegExp): Promise<WrittenMail> {
    const fits = (mail: WrittenMail): boolean => mail.to === to && subject.test(mail.subject);
    const at = this.all.findIndex(fits);
    if (at >= 0) return Promise.resolve(this.all.splice(at, 1)[0] as WrittenMail);
    return new Promise((done) => this.waiting.push({ fits, done }));
  }
}

/** The token that stands in the fragment of a link. */
export function tokenIn({ text }: WrittenMail, page: string): string {
  const [, token] = new RegExp(`#/${page}\\?token=([\\w-]+)`).exec(text) ?? [];
  if (!token) throw new Error(`no link to ${page} in: ${text}`);
  return token;
}
