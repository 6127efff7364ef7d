import polyglotI18nProvider from 'ra-i18n-polyglot';
import { useTranslate } from 'react-admin';
import { en, type MessageKey } from './en.js';

export type { MessageKey };

export const i18nProvider = polyglotI18nProvider(() => en as never, 'en', [{ locale: 'en', name: 'English' }], { allowMissing: false });

/** Our words by their name, for what is no part of a screen. */
export const words = (key: MessageKey, values?: Record<string, unknown>): string => i18nProvider.translate(key, values);

/** Our words by their name; a name that there is not does not compile. */
export function useWords(): (key: MessageKey, values?: Record<string, unknown>) => string {
  return useTranslate() as never;
}
