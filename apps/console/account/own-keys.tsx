import { Button, List, ListItem, ListItemText, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { Me } from '../api/me.js';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Section } from '../parts/section.js';
import { When } from '../parts/when.js';

/** More than anybody has; whoever has more finds the rest among the keys. */
const MOST = 100;

export function OwnKeys({ me: { accountId, memberId } }: { me: Me }): ReactNode {
  const t = useWords();
  const may = useMay();
  const { data } = useRead('listKeys', { query: { limit: MOST } });
  const mine = (data?.items ?? []).filter((key) => (key.accountId === accountId || (memberId !== null && key.memberId === memberId)) && key.revokedAt === null);
  if (mine.length === 0 && !may('createKey')) return null;
  return (
    <Section title={t('account.keys.title')} actions={<Button size="small" variant="outlined" component={Link} to="/keys">{t('account.keys.manage')}</Button>}>
      {data && mine.length === 0 && <Typography variant="body2">{t('account.keys.none')}</Typography>}
      <List disablePadding dense>
        {mine.map(({ id, name, expiresAt, lastUsedAt }) => (
          <ListItem key={id} disableGutters>
            <ListItemText
              primary={name}
              secondary={
                <>
                  {Date.parse(expiresAt) > Date.now() ? t('account.keys.until') : t('account.keys.ended')} <When at={expiresAt} day />
                  {lastUsedAt && (
                    <>
                      {' · '}
                      {t('account.keys.last')} <When at={lastUsedAt} />
                    </>
                  )}
                </>
              }
              sx={{ overflowWrap: 'anywhere' }}
            />
          </ListItem>
        ))}
      </List>
    </Section>
  );
}
