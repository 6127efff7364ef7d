/** An account in words: whose it is, how it stands, what its roles let it do. */
import { Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { RecordOf } from '../api/resources.js';
import { useWords, type MessageKey } from '../i18n/index.js';
import { MemberName } from '../parts/names.js';

export type Account = RecordOf<'accounts'>;
export type Role = Account['roles'][number];

export const ROLES: readonly Role[] = ['administrator', 'auditor'];

const COLOURS = { open: 'success', invited: 'info', disabled: 'default' } as const;

export function Status({ status }: Pick<Account, 'status'>): ReactNode {
  const t = useWords();
  return <Chip size="small" variant="outlined" color={COLOURS[status]} label={t(`accounts.status.${status}`)} />;
}

/** Nothing for whoever has none: they may what members may. */
export function Roles({ roles }: Pick<Account, 'roles'>): ReactNode {
  const t = useWords();
  return (
    <Stack direction="row" component="span" sx={{ gap: 0.5, flexWrap: 'wrap', display: 'inline-flex' }}>
      {roles.map((role) => (
        <Chip key={role} size="small" color="secondary" variant="outlined" label={t(`accounts.roles.${role}`)} />
      ))}
    </Stack>
  );
}

/** The member it belongs to, else its address, as far as whoever reads may see it. */
export function Whose({ memberId, email, plain = false }: Pick<Account, 'memberId' | 'email'> & { plain?: boolean }): ReactNode {
  const t = useWords();
  return memberId ? <MemberName id={memberId} plain={plain} /> : (email ?? t('accounts.outside'));
}

export type Standing = 'signedIn' | 'facilitator' | Role;

/** What each of these may do. */
export function WhatTheyMay({ standings }: { standings: readonly Standing[] }): ReactNode {
  const t = useWords();
  return (
    <Stack component="dl" spacing={1.5} sx={{ m: 0 }}>
      {standings.map((standing) => (
        <div key={standing}>
          <Typography component="dt" variant="body2" sx={{ fontWeight: 600 }}>
            {t(`accounts.may.${standing}.who` satisfies MessageKey)}
          </Typography>
          <Typography component="dd" variant="body2" color="text.secondary" sx={{ m: 0 }}>
            {t(`accounts.may.${standing}.what` satisfies MessageKey)}
          </Typography>
        </div>
      ))}
    </Stack>
  );
}
