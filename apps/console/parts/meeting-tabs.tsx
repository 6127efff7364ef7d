/** From one list of meetings to the others. */
import { Tab } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.js';
import { TabStrip } from './tab-strip.js';

export function MeetingTabs({ here }: { here: 'upcoming' | 'past' | 'series' | false }): ReactNode {
  const t = useWords();
  return (
    <TabStrip value={here}>
      <Tab value="upcoming" label={t('meetings.upcoming')} component={Link} to="/meetings" />
      <Tab value="past" label={t('meetings.past')} component={Link} to="/meetings/past" />
      <Tab value="series" label={t('series.name', { smart_count: 2 })} component={Link} to="/meeting-series" />
    </TabStrip>
  );
}
