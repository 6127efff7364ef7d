/** The mail that waits to be sent, and whether mail is sent at all. */
import { Alert, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Answer } from '../api/client.js';
import { useRead } from '../api/query.js';
import { useWords, type MessageKey } from '../i18n/index.js';
import { Read } from '../parts/read.js';
import { Facts, Section } from '../parts/section.js';
import { When } from '../parts/when.js';

type Waiting = Answer<'readOutbox'>;

/** What the codes of a failure mean. */
const MEANINGS: Readonly<Record<string, MessageKey>> = {
  ENOSERVER: 'operations.mail.noServer',
  ECONNECTION: 'operations.mail.unreachable',
  EDNS: 'operations.mail.unreachable',
  ESOCKET: 'operations.mail.unreachable',
  ETIMEDOUT: 'operations.mail.silent',
  EAUTH: 'operations.mail.notLetIn',
  EENVELOPE: 'operations.mail.addressRefused',
};

export function Outbox({ every }: { every: number }): ReactNode {
  const t = useWords();
  const outbox = useRead('readOutbox', {}, { every });
  return (
    <Section title={t('operations.mail.name')}>
      <Read of={outbox} height={64}>
        {({ delivery, waiting, oldest }) => (
          <Stack spacing={1.5}>
            <Delivery delivery={delivery} />
            {oldest === null ? <Typography variant="body2">{t('operations.mail.nothing')}</Typography> : <Oldest waiting={waiting} oldest={oldest} />}
          </Stack>
        )}
      </Read>
    </Section>
  );
}

function Delivery({ delivery }: Pick<Waiting, 'delivery'>): ReactNode {
  const t = useWords();
  if (delivery === 'folder' || delivery === 'none') return <Alert severity="warning">{t(`operations.mail.${delivery}`)}</Alert>;
  return (
    <Typography variant="body2" color="text.secondary">
      {t(delivery === 'server' ? 'operations.mail.server' : 'operations.mail.elsewhere')}
    </Typography>
  );
}

function Oldest({ waiting, oldest: { since, tries, reason } }: { waiting: number; oldest: NonNullable<Waiting['oldest']> }): ReactNode {
  const t = useWords();
  return (
    <Facts
      facts={[
        [t('operations.mail.waiting'), waiting.toLocaleString()],
        [t('operations.mail.oldest'), <When at={since} />],
        [t('operations.mail.tries'), tries === 0 ? t('operations.mail.notTried') : t('operations.mail.times', { smart_count: tries })],
        [t('operations.mail.reason'), reason && t('operations.mail.because', { meaning: t(MEANINGS[reason.split(' ')[0] as string] ?? 'operations.mail.failed'), code: reason })],
      ]}
    />
  );
}
