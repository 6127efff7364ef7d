/** Somebody who is here and not expected: a member already, or registered as one first by whoever may. */
import { Autocomplete, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';

interface Props {
  /** Whose outcome is recorded. */
  already: readonly string[];
  onChosen(memberId: string): void;
  onClose(): void;
}

export function VisitorDialog({ already, onChosen, onClose }: Props): ReactNode {
  const t = useWords();
  const may = useMay();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const { data, isFetching, error } = useRead('listMembers', { query: { q: typed, limit: 20 } }, { enabled: name.length > 1, keepPrevious: true });
  const found = (name.length > 1 ? (data?.items ?? []) : []).filter(({ id, erased }) => !already.includes(id) && !erased);
  const choose = (memberId: string): void => {
    onChosen(memberId);
    onClose();
  };
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby="visitor-title">
      <DialogTitle id="visitor-title">{t('rollCall.visitor.add')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{t('rollCall.visitor.text')}</DialogContentText>
        <Autocomplete
          options={found}
          getOptionLabel={({ displayName }) => displayName ?? ''}
          getOptionKey={({ id }) => id}
          filterOptions={(options) => options}
          clearOnBlur={false}
          inputValue={typed}
          onInputChange={(_event, text) => setTyped(text)}
          loading={isFetching}
          value={null}
          noOptionsText={error ? error.message : t(name.length > 1 ? 'rollCall.visitor.none' : 'rollCall.visitor.type')}
          onChange={(_event, member) => {
            if (member) choose(member.id);
          }}
          renderInput={(params) => <TextField {...params} autoFocus label={t('rollCall.visitor.name')} />}
        />
        <DialogContentText variant="body2" sx={{ mt: 2 }}>
          {t(may('registerMember') ? 'rollCall.visitor.registerHere' : 'rollCall.visitor.registerElsewhere')}
        </DialogContentText>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <CommandButton
          operation="registerMember"
          path={undefined}
          variant="text"
          label={name ? t('rollCall.visitor.register', { name }) : t('members.register')}
          disabled={!name}
          body={() => ({ displayName: name })}
          onDone={({ id }) => choose(id)}
        />
        <Button onClick={onClose}>{t('app.cancel')}</Button>
      </DialogActions>
    </Dialog>
  );
}
