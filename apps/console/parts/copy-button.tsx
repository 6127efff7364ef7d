import { Button } from '@mui/material';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import DoneIcon from '@mui/icons-material/Done';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { useWords } from '../i18n/index.js';

export function CopyButton({ text }: { text: string }): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      notify(t('signIn.enrol.notCopied'), { type: 'warning' });
    }
  };
  return (
    <Button variant="outlined" startIcon={copied ? <DoneIcon /> : <ContentCopyIcon />} onClick={() => void copy()}>
      {t(copied ? 'signIn.enrol.copied' : 'signIn.enrol.copy')}
    </Button>
  );
}
