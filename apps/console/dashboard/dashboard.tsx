import type { ReactNode } from 'react';
import { Title } from 'react-admin';
import { useWords } from '../i18n/index.js';

export default function Dashboard(): ReactNode {
  const t = useWords();
  return <Title title={t('menu.dashboard')} />;
}
