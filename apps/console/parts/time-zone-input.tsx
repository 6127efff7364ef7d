import type { ReactNode } from 'react';
import { AutocompleteInput, type AutocompleteInputProps } from 'react-admin';

const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].map((id) => ({ id, name: id.replaceAll('_', ' ') }));

/** An IANA time zone, by typing a part of its name. */
export function TimeZoneInput(props: Omit<AutocompleteInputProps, 'choices'> & { source: string }): ReactNode {
  return <AutocompleteInput fullWidth {...props} choices={ZONES} />;
}
