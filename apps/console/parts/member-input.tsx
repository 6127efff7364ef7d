/** People to choose from, by typing a part of their name. */
import type { ReactNode } from 'react';
import { AutocompleteArrayInput, AutocompleteInput, ReferenceArrayInput, ReferenceInput, useChoicesContext, type Validator } from 'react-admin';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { NoneFound } from './none-found.js';

interface Props {
  source: string;
  label: string;
  helperText?: string;
  validate?: Validator;
  /** Who cannot be chosen: oneself, where it is about others. */
  except?: readonly (string | null | undefined)[];
}

const list = { reference: 'members', sort: { field: 'displayName', order: 'ASC' }, perPage: 25 } as const;

type Member = RecordOf<'members'>;

function useChoice({ label, helperText, validate, except = [] }: Props) {
  const t = useWords();
  const { error } = useChoicesContext<Member>();
  return {
    label,
    fullWidth: true,
    noOptionsText: error ? t('app.failed', { detail: error.message }) : <NoneFound resource="members" operation="registerMember" text={t('members.noneFound')} make={t('members.register')} />,
    optionText: ({ displayName }: Member) => displayName ?? t('members.erased'),
    filterToQuery: (q: string) => ({ q }),
    getOptionDisabled: ({ id, erased }: Member) => erased || except.includes(id),
    ...(helperText !== undefined && { helperText }),
    ...(validate && { validate }),
  };
}

export function MemberInput(props: Props): ReactNode {
  return (
    <ReferenceInput source={props.source} {...list}>
      <One {...props} />
    </ReferenceInput>
  );
}

function One(props: Props): ReactNode {
  return <AutocompleteInput {...useChoice(props)} />;
}

export function MembersInput(props: Props): ReactNode {
  return (
    <ReferenceArrayInput source={props.source} {...list}>
      <Several {...props} />
    </ReferenceArrayInput>
  );
}

function Several(props: Props): ReactNode {
  return <AutocompleteArrayInput {...useChoice(props)} />;
}
