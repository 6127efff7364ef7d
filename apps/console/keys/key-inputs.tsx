/** What making a key asks for. */
import { Box, Checkbox, FormControl, FormControlLabel, FormGroup, FormHelperText, FormLabel } from '@mui/material';
import type { ReactNode } from 'react';
import { maxValue, minValue, NumberInput, RadioButtonGroupInput, required, TextInput, useInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { NOT_AS_MEMBER, READING, wordsOf, WRITING, type Scope } from './scopes.js';

export const MYSELF = 'self';
const EVERYTHING = 'all';

type Role = typeof MYSELF | 'admin' | 'auditor' | 'integrator';

/** What the form holds. */
export interface NewKey {
  name: string;
  role: Role;
  reach: 'all' | 'some';
  scopes?: Scope[];
  days: number;
  reason?: string;
}

/** Nobody gives a key more than they may do themselves. */
export function useRolesToGive(): Role[] {
  const me = useMe();
  if (!me) return [];
  const roles: Role[] = me.roles.includes('administrator') ? ['integrator', 'auditor', 'admin'] : me.roles.includes('auditor') ? ['auditor'] : [];
  return me.memberId === null ? roles : [MYSELF, ...roles];
}

export function KeyInputs(): ReactNode {
  const t = useWords();
  const roles = useRolesToGive();
  return (
    <>
      <TextInput source="name" label={t('keys.create.name')} helperText={t('keys.create.nameHint')} validate={required()} fullWidth />
      <RadioButtonGroupInput source="role" label={t('keys.role.label')} row={false} choices={roles.map((id) => ({ id, name: t(`keys.role.${id}`) }))} validate={required()} helperText={false} />
      <RadioButtonGroupInput source="reach" label={t('keys.reach.label')} row={false} choices={[{ id: EVERYTHING, name: t('keys.reach.all') }, { id: 'some', name: t('keys.reach.some') }]} helperText={false} />
      <ScopesInput />
      <NumberInput source="days" label={t('keys.days')} helperText={t('keys.daysHint')} min={1} max={366} validate={[required(), minValue(1), maxValue(366)]} />
      <TextInput source="reason" label={t('app.reason')} multiline fullWidth />
    </>
  );
}

function ScopesInput(): ReactNode {
  const t = useWords();
  const [reach, role] = useWatch({ name: ['reach', 'role'] }) as [NewKey['reach'], Role];
  const choosing = reach === 'some';
  const { field, fieldState } = useInput({ source: 'scopes', defaultValue: [], validate: (value: Scope[], all: NewKey) => (all.reach === 'some' && value.length === 0 ? t('keys.reach.none') : undefined) });
  if (!choosing) return null;
  const chosen = field.value as Scope[];
  const offered = (scopes: readonly Scope[]): Scope[] => scopes.filter((scope) => role !== MYSELF || !NOT_AS_MEMBER.includes(scope));
  const toggle = (scope: Scope) => field.onChange(chosen.includes(scope) ? chosen.filter((each) => each !== scope) : [...chosen, scope]);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 2, mb: 2 }}>
      {([['read', READING], ['write', WRITING]] as const).map(([kind, scopes]) => (
        <FormControl key={kind} component="fieldset" error={fieldState.invalid}>
          <FormLabel component="legend">{t(`keys.reach.${kind}`)}</FormLabel>
          <FormGroup>
            {offered(scopes).map((scope) => (
              <FormControlLabel key={scope} control={<Checkbox size="small" checked={chosen.includes(scope)} onChange={() => toggle(scope)} />} label={t(wordsOf(scope))} slotProps={{ typography: { variant: 'body2' } }} sx={{ py: 0.25 }} />
            ))}
          </FormGroup>
        </FormControl>
      ))}
      {fieldState.invalid && (
        <FormHelperText error sx={{ gridColumn: '1 / -1' }}>
          {t('keys.reach.none')}
        </FormHelperText>
      )}
    </Box>
  );
}
