/** A skill: those that members offer or seek are proposed, any other can be typed. */
import type { ReactNode } from 'react';
import { AutocompleteInput, type AutocompleteInputProps } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useRead } from '../api/query.js';

interface Props extends Pick<AutocompleteInputProps, 'label' | 'validate' | 'alwaysOn' | 'fullWidth' | 'helperText'> {
  source: string;
  /** Which are proposed. */
  of: 'offers' | 'seeks';
}

export function SkillInput({ of, ...props }: Props): ReactNode {
  const known = useSkills(of);
  const given = useWatch({ name: props.source }) as string | undefined;
  const skills = given && !known.includes(given) ? [...known, given] : known;
  return <AutocompleteInput {...props} choices={skills.map((skill) => ({ id: skill, name: skill }))} onCreate={(typed) => typed && { id: typed, name: typed }} createItemLabel="%{item}" sx={{ minWidth: 200 }} />;
}

/** As far as one page of members tells. */
function useSkills(of: 'offers' | 'seeks'): string[] {
  const { data } = useRead('listMembers', { query: { limit: 100 } });
  return [...new Set(data?.items.flatMap((member) => member[of].map(({ skill }) => skill)))].sort((one, other) => one.localeCompare(other));
}
